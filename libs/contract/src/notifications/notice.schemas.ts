import { z } from 'zod';
import { communitySummary, memberRole } from '../communities/community.schemas.ts';
import { communityId, issueId, messageId, noticeId, sessionId, threadId } from '../ids.ts';
import { unitSummary } from '../organisation/organisation.schemas.ts';
import { personSummary } from '../people/people.schemas.ts';
import { instant } from '../primitives.ts';
import { mostUnits } from '../threads/thread.schemas.ts';

/**
 * Why somebody is told. `answered`: something was said under their issue. `helped`: what they said was marked as what helped.
 * `outcome-told`: what changed in an issue they helped with was told. `what-happened`: they are asked what came of their own issue.
 * `added`: to a thread, by name. `invited`: their unit was; told to the unit and not counted. `asked-to-join`: to the leaders.
 */
export const noticeKind = z.enum([
  'mentioned',
  'replied',
  'answered',
  'helped',
  'outcome-told',
  'what-happened',
  'added',
  'invited',
  'archived',
  'brought-back',
  'asked-to-join',
  'approved',
  'declined',
  'role-given',
  'role-taken',
  'community-closed',
  'community-merged',
  'session-planned',
  'session-changed',
  'session-cancelled',
]);
export type NoticeKind = z.infer<typeof noticeKind>;

export const noticeSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thread'), id: threadId, title: z.string() }),
  z.object({ kind: z.literal('issue'), id: issueId, title: z.string() }),
  z.object({ kind: z.literal('community'), id: communityId, title: z.string() }),
  z.object({ kind: z.literal('session'), id: sessionId, title: z.string() }),
]);

/**
 * One row for each thread, community or session: what happens there while it is unread is counted in it, and the weightiest reason is the
 * one that is told. Names, titles and first lines are those of now, as the reader may see them.
 */
export const noticeView = z.object({
  id: noticeId,
  kind: noticeKind,
  subject: noticeSubject,
  /** Null for a thread across units, and where the community may not be known. */
  community: communitySummary.nullable(),
  units: z.array(unitSummary).max(mostUnits),
  /** Who caused it, in their unit at that moment; null for what comes by itself. */
  by: personSummary.nullable(),
  /** How many events stand behind it. */
  count: z.int().min(1),
  at: instant,
  /** What was told to a whole unit is never unread. */
  isUnread: z.boolean(),
  /** The beginning of what was said or written; empty when it is gone. */
  excerpt: z.string(),
  /** The message to go to; null leads to the beginning. */
  messageId: messageId.nullable(),
  /** The reader's role in the community by now. */
  role: memberRole.nullable(),
  /** When the session takes place, and whether the reader said that they come. */
  startsAt: instant.nullable(),
  isComing: z.boolean().nullable(),
  /** Where a merged community goes on. */
  into: communitySummary.nullable(),
});
export type NoticeView = z.infer<typeof noticeView>;

export const noticeList = z.object({ notices: z.array(noticeView).max(100), nextCursor: z.string().nullable() });
export type NoticeList = z.infer<typeof noticeList>;

export const mostUnread = 200;

/** What is unread: how many rows, and what they are about. `seq` grows with each change; an older one says nothing. */
export const unreadNotices = z.object({
  seq: z.int().min(0),
  count: z.int().min(0).max(mostUnread),
  subjectIds: z.array(z.uuid()).max(mostUnread),
});
export type UnreadNotices = z.infer<typeof unreadNotices>;

/** Which of one's notices are read: one, all about something, or all up to a moment. */
export const noticeReading = z.union([
  z.strictObject({ noticeId }),
  z.strictObject({ subjectId: z.uuid() }),
  z.strictObject({ upTo: instant.pipe(z.string().regex(/^2\d{3}-/, 'must be a time in this millennium')) }),
]);
export type NoticeReading = z.infer<typeof noticeReading>;

export const noticeSettings = z.object({ off: z.array(noticeKind) });
export type NoticeSettings = z.infer<typeof noticeSettings>;
