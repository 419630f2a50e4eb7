import { z } from 'zod';
import { exactText, line, text } from '../primitives.ts';

/** What is in the way, in one line. */
export const issueTitle = line(160);
/** Most characters of Markdown in each text of an issue. */
export const issueTextLimit = 20_000;
export const issueSituation = exactText(issueTextLimit).regex(/\S/, 'must say something');
export const issueStakes = text(400);

/** The activities of a community as Wenger names them, with the case clinic, spelled as in the import format. */
export const issueKind = z.enum([
  'problem-solving',
  'information',
  'experience',
  'reuse',
  'coordination',
  'developments',
  'documentation',
  'visit',
  'mapping',
  'argument',
  'confidence',
  'case-clinic',
]);
export type IssueKind = z.infer<typeof issueKind>;

/** The life of an issue that was posted. A draft is kept by the browser and is no issue yet. */
export const issueState = z.enum(['open', 'answered', 'tried', 'outcome-told', 'not-used', 'archived']);
export type IssueState = z.infer<typeof issueState>;

/** Everything that moves an issue from one state to another. */
export const issueStep = z.enum(['mark-helped', 'unmark-helped', 'try', 'tell-outcome', 'not-use', 'reopen', 'archive', 'bring-back']);
export type IssueStep = z.infer<typeof issueStep>;

/** `editTexts` is for title, situation, what was tried and stakes; `editKind` for the kind alone. */
export const issueAbility = z.enum([
  'read',
  'editTexts',
  'editKind',
  'markUrgent',
  'markHelped',
  'try',
  'tellOutcome',
  'notUse',
  'reopen',
  'archive',
  'bringBack',
]);
export type IssueAbility = z.infer<typeof issueAbility>;
export const issueAbilitySet = z.record(issueAbility, z.boolean());
