import { z } from 'zod';
import { communitySummary, leadershipRole } from '../communities/community.schemas.ts';
import { issueId, messageId, threadId } from '../ids.ts';
import { unitSummary } from '../organisation/organisation.schemas.ts';
import { personSummary } from '../people/people.schemas.ts';
import { issueRow, issueState } from '../practice-issues/practice-issue.schemas.ts';
import { instant } from '../primitives.ts';
import { mostUnits } from '../threads/thread.schemas.ts';

/**
 * Why something needs somebody. `answered`: their issue has an answer that they have not said anything of. `what-happened`: three weeks ago
 * something helped, and they are asked what came of it. `mentioned`, `replied`: a message for them is unread. `outcome-told`: they helped,
 * and what changed was told. `unanswered`: they lead the community, and nobody has answered an issue in it.
 * `reported`: they look after a thread, and a message in it was reported.
 */
export const needKind = z.enum(['answered', 'what-happened', 'mentioned', 'replied', 'outcome-told', 'unanswered', 'reported']);
export type NeedKind = z.infer<typeof needKind>;

/** The thread a need is about; of an issue, its conversation, which has the same id. */
export const needSubject = z.object({ kind: needKind, threadId });

/** One thing that needs somebody, and since when it waits. `by` is whose words or act it is, with their unit at that moment. */
export const need = needSubject.extend({
  since: instant,
  title: z.string(),
  issueId: issueId.nullable(),
  isUrgent: z.boolean(),
  community: communitySummary.nullable(),
  by: personSummary.nullable(),
  excerpt: z.string(),
  /** The message to go to; null leads to the beginning. */
  messageId: messageId.nullable(),
});
export type Need = z.infer<typeof need>;

export const mostNeeds = 50;
export const mostNews = 60;

/** `spoken`: something was said; `posted`: an issue nobody has spoken in; `outcome-told`: what changed in an issue was told. */
export const newsKind = z.enum(['spoken', 'posted', 'outcome-told']);

/** A conversation with something new in it. */
export const newsRow = z.object({
  kind: newsKind,
  threadId,
  issueId: issueId.nullable(),
  issueState: issueState.nullable(),
  isUrgent: z.boolean(),
  title: z.string(),
  /** Null for a thread across units. */
  community: communitySummary.nullable(),
  units: z.array(unitSummary).max(mostUnits),
  by: personSummary,
  at: instant,
  unreadCount: z.int().min(0),
});
export type NewsRow = z.infer<typeof newsRow>;

export const homeView = z.object({
  /** Who waits longest comes first. */
  needs: z.array(need).max(mostNeeds),
  /** What is new since then, the newest first. */
  since: instant,
  news: z.array(newsRow).max(mostNews),
  hasMoreNews: z.boolean(),
  /** Communities that the viewer leads, and how many people wait there for an answer to whether they may join. */
  requests: z.array(z.object({ community: communitySummary, count: z.int().min(1) })).max(50),
});
export type HomeView = z.infer<typeof homeView>;

/** A member's level of participation over thirteen weeks: seen by that member; leaders see counts only. */
export const ring = z.enum(['core', 'active', 'occasional', 'peripheral']);
export type Ring = z.infer<typeof ring>;

/** Members in each ring; null where there are too few to show. */
export const ringCounts = z.record(ring, z.int().min(0).nullable());
export type RingCounts = z.infer<typeof ringCounts>;

export const ownRing = z.object({ ring, weeks: z.int().min(0).max(14) });
export type OwnRing = z.infer<typeof ownRing>;

/** Somebody who came in the last thirty days and whom nobody has answered or mentioned yet. */
export const newcomer = z.object({ person: personSummary, joinedAt: instant, messageId: messageId.nullable() });

/** What leaders look after. Counts only: no list of members by what they do. */
export const leadingView = z.object({
  /** Open issues without an answer, who waits longest first. */
  unanswered: z.array(issueRow).max(20),
  newcomers: z.array(newcomer).max(20),
  requestCount: z.int().min(0),
  health: z.object({
    memberCount: z.int().min(0),
    rings: ringCounts.nullable(),
    openIssueCount: z.int().min(0),
    unansweredCount: z.int().min(0),
    outcomeCount: z.int().min(0),
    sessionsHeld: z.int().min(0),
    sessionsAhead: z.int().min(0),
    openRoles: z.array(leadershipRole).max(7),
  }),
});
export type LeadingView = z.infer<typeof leadingView>;
