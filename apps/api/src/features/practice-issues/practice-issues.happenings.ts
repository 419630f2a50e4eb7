import { issueId, messageId, personId } from '@landbridge/contract';
import { z } from 'zod';
import { fact } from '../../platform/outbox/consequences.ts';

/** The texts of an issue mention people whom they did not before. */
export const peopleNamed = fact('issues.people-named', z.object({ issueId, personIds: z.array(personId), byId: personId }));

/** A message was marked as what helped, or the mark was taken back. */
export const helpMarked = fact('issues.help-marked', z.object({ issueId, messageId, byId: personId }));
export const helpUnmarked = fact('issues.help-unmarked', z.object({ messageId }));

export const outcomeAsked = fact('issues.outcome-asked', z.object({ issueId }));

/** For the first time, or anew after the issue was open again. */
export const outcomeTold = fact('issues.outcome-told', z.object({ issueId, byId: personId }));

export const issueShelved = fact('issues.shelved', z.object({ issueId, byId: personId, isArchived: z.boolean() }));
