import { z } from 'zod';
import { communitySummary, memberRole } from '../communities/community.schemas.ts';
import { fileViews } from '../files/file.schemas.ts';
import { communityId, issueId, issueViewId, messageId, personId, threadId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { exactText, instant, line, text, version } from '../primitives.ts';

/** What is in the way, in one line. */
export const issueTitle = line(160);
/** Most characters of Markdown in each text of an issue. */
export const issueTextLimit = 20_000;
export const issueSituation = exactText(issueTextLimit).regex(/\S/, 'must say something');
export const issueTried = exactText(issueTextLimit);
export const issueStakes = text(2_000);
export const issueOutcome = exactText(issueTextLimit).regex(/\S/, 'must say what changed');
/** A figure with its words: "10 % mean loss, three towers". */
export const issueFigure = text(120).regex(/^[^\n\r]*$/, 'must be one line');

export const issueTag = line(40).toLowerCase();
export const mostTags = 8;
export const issueTags = z
  .array(issueTag)
  .max(mostTags)
  .transform((tags) => [...new Set(tags)]);

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

/** `editTexts` is for title, situation, what was tried and stakes; `editKind` for kind and tags. */
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

/** Markdown as it was written, and rendered and sanitised by the server. The HTML holds ids of people, never names. */
export const writtenText = z.object({ markdown: z.string(), html: z.string() });

/** Most messages that one issue marks as what helped. */
export const mostHelped = 20;

/** A message that the asker marked as what helped; `excerpt` is its first line, `author` has the unit of that moment. */
export const helpedBy = z.object({
  messageId,
  position: z.int().min(1),
  author: personSummary,
  excerpt: z.string(),
  markedAt: instant,
});
export type HelpedBy = z.infer<typeof helpedBy>;

/** What changed. `before` and `after` are figures, empty where there are none. */
export const outcomeView = z.object({ text: writtenText, before: z.string(), after: z.string(), toldAt: instant, toldBy: personSummary });
export type OutcomeView = z.infer<typeof outcomeView>;

/** An issue in a list, as every reader sees it. `number` counts within its community. `messageCount` is that of its conversation. */
export const issueRow = z.object({
  id: issueId,
  number: z.int().min(1),
  version,
  community: communitySummary,
  title: z.string(),
  state: issueState,
  isUrgent: z.boolean(),
  kind: issueKind,
  tags: z.array(z.string()).max(8),
  asker: personSummary,
  postedAt: instant,
  messageCount: z.int().min(0),
  lastMessageAt: instant.nullable(),
});
export type IssueRow = z.infer<typeof issueRow>;

/**
 * What every reader of an issue sees alike. Its conversation is the thread `threadId`, whose id is the issue's own.
 * Instants are null until the issue came there, and null again after it was reopened; archiving leaves them.
 */
export const issueFacts = z.object({
  id: issueId,
  threadId,
  ...issueRow.pick({ number: true, version: true, community: true, title: true, state: true, isUrgent: true, kind: true }).shape,
  tags: issueRow.shape.tags,
  asker: personSummary,
  /** False once the asker was deactivated: leaders act for them. */
  isAskerActive: z.boolean(),
  /** The community was closed down: the issue is read, and nothing is added. */
  isCommunityEnded: z.boolean(),
  postedAt: instant,
  situation: writtenText,
  tried: writtenText,
  stakes: z.string(),
  /** Of the situation. */
  files: fileViews,
  /** People mentioned in the texts, with today's name. */
  named: z.array(z.object({ id: personId, name: z.string() })).max(300),
  helped: z.array(helpedBy).max(mostHelped),
  outcome: outcomeView.nullable(),
  answeredAt: instant.nullable(),
  triedAt: instant.nullable(),
  /** When the outcome was told, or that nothing of it was used. */
  endedAt: instant.nullable(),
  archivedAt: instant.nullable(),
  /** When the asker was asked what happened, three weeks after the first answer; null while they are not asked. */
  outcomeAskedAt: instant.nullable(),
});
export type IssueFacts = z.infer<typeof issueFacts>;

export const issueView = issueFacts.extend({ myRole: memberRole.nullable(), can: issueAbilitySet });
export type IssueView = z.infer<typeof issueView>;

export const issueList = z.object({ issues: z.array(issueRow).max(100), nextCursor: z.string().nullable() });
export type IssueList = z.infer<typeof issueList>;

/** How many there are in each state, whatever state the list is narrowed to; at most 10,000 are counted. */
export const issueCounts = z.record(issueState, z.int().min(0));
export type IssueCounts = z.infer<typeof issueCounts>;

/** An issue like the one being written, with the first thing that helped there. */
export const lookAlike = issueRow.extend({ helped: helpedBy.pick({ author: true, excerpt: true, messageId: true }).nullable() });
export type LookAlike = z.infer<typeof lookAlike>;

/** What narrows a list of issues. `mine`: those one asked, or those where a message of one's own helped. */
export const issueFilters = z.strictObject({
  state: issueState.optional(),
  communityId: communityId.optional(),
  kind: issueKind.optional(),
  tag: issueTag.optional(),
  mine: z.enum(['asked', 'helped']).optional(),
  urgent: z.literal('yes').optional(),
  q: text(80).optional(),
});
export type IssueFilters = z.infer<typeof issueFilters>;

/** Filters that a person kept under a name. */
export const issueViewName = line(60);
export const savedIssueView = z.object({ id: issueViewId, name: z.string(), filters: issueFilters });
export type SavedIssueView = z.infer<typeof savedIssueView>;
export const mostSavedViews = 30;
