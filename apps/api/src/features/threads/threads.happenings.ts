import { messageId, personId, threadId } from '@landbridge/contract';
import { z } from 'zod';
import { fact } from '../../platform/outbox/consequences.ts';

/** A message mentions somebody, replies to one, or stands under an issue: it is for somebody in particular. An edit says it again. */
export const messageAddressed = fact('threads.message-addressed', z.object({ messageId }));

/** People were added to a thread by name. */
export const peopleAdded = fact('threads.people-added', z.object({ threadId, personIds: z.array(personId), byId: personId }));
