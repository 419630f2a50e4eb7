import type { CommunityId, PayloadOf, PersonId } from '@landbridge/contract';
import type { UnreadOverview, UnreadThread, readStateChanged, threadMoved } from '@landbridge/contract/threads';

interface Marked {
  readonly lastPosition: number;
  readonly readState: { readonly readPosition: number; readonly follows: string };
}

/** How many messages of a thread are unread. Never stored: `lastPosition − readPosition`. */
export const unreadCount = ({ lastPosition, readState }: Marked): number => Math.max(0, lastPosition - readState.readPosition);

/** Followed threads with something unread: the figure of rail and tab title. */
export const unreadThreads = (overview: UnreadOverview): UnreadOverview['threads'] =>
  overview.threads.filter((thread) => thread.readState.follows === 'following' && unreadCount(thread) > 0);

/** The overview after this person looked at what is new in a community. Without `seenAt`: at all that was told so far. */
export const applyCommunitySeenToUnread = (overview: UnreadOverview, communityId: CommunityId, seenAt?: string): UnreadOverview => {
  const told = overview.threads.filter((thread) => thread.communityId === communityId).map((thread) => thread.lastMessageAt);
  return withNews({
    ...overview,
    communities: overview.communities.map((community) =>
      community.communityId === communityId ? { communityId, seenAt: seenAt ?? latest([community.seenAt, ...told]) } : community,
    ),
  });
};

/** The overview after a thread was opened, spoken in or changed. In a community of one's own, what is not followed lights the dot. */
export const applyThreadMovedToUnread = (
  overview: UnreadOverview,
  { communityId, thread }: PayloadOf<typeof threadMoved>,
  viewerId: PersonId,
): UnreadOverview => {
  const known = overview.threads.find((other) => other.threadId === thread.id);
  if (known && known.lastPosition > thread.lastPosition) return overview;
  const { lastPosition, lastMessageAt } = thread;
  const readState = known?.readState ?? { readPosition: 0, follows: 'none', revision: 0 };
  return put(overview, {
    threadId: thread.id,
    communityId,
    lastPosition,
    lastMessageAt,
    isOwn: thread.lastAuthor.id === viewerId,
    readState,
  });
};

/** The overview after this person read, followed or muted something, here or in another tab. */
export const applyReadStateToUnread = (overview: UnreadOverview, change: PayloadOf<typeof readStateChanged>): UnreadOverview => {
  const known = overview.threads.find((thread) => thread.threadId === change.threadId);
  if (known && known.readState.revision > change.readState.revision) return overview;
  const newest = known && known.lastPosition > change.lastPosition ? known : change;
  return put(overview, { ...newest, readState: change.readState });
};

/** The overview after a thread was lost from sight. */
export const applyThreadLostToUnread = (overview: UnreadOverview, threadId: UnreadThread['threadId']): UnreadOverview =>
  withNews({ ...overview, threads: overview.threads.filter((thread) => thread.threadId !== threadId) });

const put = (overview: UnreadOverview, thread: UnreadThread): UnreadOverview =>
  withNews({
    ...overview,
    threads: [...overview.threads.filter((other) => other.threadId !== thread.threadId), thread].toSorted(newestFirst),
  });

/** Forgets what is neither followed nor new any more, and says anew which communities have a dot. */
const withNews = (overview: UnreadOverview): UnreadOverview => {
  const seen = new Map(overview.communities.map(({ communityId, seenAt }) => [communityId, seenAt]));
  const isRecent = (thread: UnreadThread) => thread.communityId !== null && thread.lastMessageAt > (seen.get(thread.communityId) ?? never);
  const threads = overview.threads.filter((thread) => thread.readState.follows !== 'none' || isRecent(thread));
  const news = threads.filter((thread) => thread.readState.follows === 'none' && !thread.isOwn && unreadCount(thread) > 0);
  const withNews = new Set(news.flatMap((thread) => thread.communityId ?? []));
  return { ...overview, threads, communitiesWithNews: [...withNews].toSorted() };
};

/** Later than every instant: where one is no member, nothing is recent. */
const never = '~';

/** Instants are ISO 8601 texts of one form: their order is that of their letters. */
const latest = (instants: readonly string[]): string => instants.reduce((one, other) => (other > one ? other : one));

const newestFirst = (one: UnreadThread, other: UnreadThread): number => {
  if (one.lastMessageAt !== other.lastMessageAt) return one.lastMessageAt < other.lastMessageAt ? 1 : -1;
  return one.threadId < other.threadId ? -1 : 1;
};
