import type { CommunityId, PayloadOf, PersonId } from '@landbridge/contract';
import type { ReadState, ThreadList, ThreadRow, UnreadOverview, readStateChanged, threadMoved } from '@landbridge/contract/threads';
import { newerReadState } from './apply-thread-changes.ts';

interface Marked {
  readonly lastPosition: number;
  readonly readState: { readonly readPosition: number; readonly follows: string };
}

/** How many messages of a thread are unread. Never stored: `lastPosition − readPosition`. */
export const unreadCount = ({ lastPosition, readState }: Marked): number => Math.max(0, lastPosition - readState.readPosition);

/** Followed threads with something unread: the figure of rail and tab title. */
export const unreadThreads = (overview: UnreadOverview): UnreadOverview['threads'] =>
  overview.threads.filter((thread) => thread.readState.follows === 'following' && unreadCount(thread) > 0);

/** The overview after this person looked at what is new in a community. */
export const applyCommunitySeenToUnread = (overview: UnreadOverview, communityId: CommunityId): UnreadOverview => ({
  ...overview,
  communitiesWithNews: overview.communitiesWithNews.filter((id) => id !== communityId),
});

/** The overview after a thread was spoken in. Threads that are not followed light their community's dot. */
export const applyThreadMovedToUnread = (
  overview: UnreadOverview,
  { communityId, thread }: PayloadOf<typeof threadMoved>,
  viewerId: PersonId,
): UnreadOverview => {
  if (overview.threads.some((known) => known.threadId === thread.id))
    return {
      ...overview,
      threads: overview.threads.map((known) =>
        known.threadId === thread.id ? { ...known, lastPosition: Math.max(known.lastPosition, thread.lastPosition) } : known,
      ),
    };
  if (thread.lastAuthor.id === viewerId || overview.communitiesWithNews.includes(communityId)) return overview;
  return { ...overview, communitiesWithNews: [...overview.communitiesWithNews, communityId] };
};

/** The overview after this person read, followed or muted something, here or in another tab. */
export const applyReadStateToUnread = (overview: UnreadOverview, change: PayloadOf<typeof readStateChanged>): UnreadOverview => {
  const known = overview.threads.find((thread) => thread.threadId === change.threadId);
  if (known && known.readState.revision > change.readState.revision) return overview;
  const others = overview.threads.filter((thread) => thread.threadId !== change.threadId);
  if (change.readState.follows === 'none') return { ...overview, threads: others };
  const lastPosition = Math.max(known?.lastPosition ?? 0, change.lastPosition);
  return { ...overview, threads: [{ ...change, lastPosition }, ...others] };
};

/** The list after a thread was opened, spoken in, renamed or closed: spoken in, its row is on top. */
export const applyThreadMovedToList = (list: ThreadList, { thread }: PayloadOf<typeof threadMoved>): ThreadList => {
  const known = list.threads.find((row) => row.id === thread.id);
  if (known && known.lastPosition > thread.lastPosition) return list;
  const row: ThreadRow = { ...thread, readState: known?.readState ?? unmarked };
  if (known?.lastPosition === thread.lastPosition)
    return { ...list, threads: list.threads.map((other) => (other.id === thread.id ? row : other)) };
  return { ...list, threads: [row, ...list.threads.filter((other) => other.id !== thread.id)] };
};

const unmarked: ReadState = { readPosition: 0, follows: 'none', revision: 0 };

/** The list after a read mark or a following changed. */
export const applyReadStateToList = (list: ThreadList, change: PayloadOf<typeof readStateChanged>): ThreadList => ({
  ...list,
  threads: list.threads.map((row) =>
    row.id === change.threadId ? { ...row, readState: newerReadState(row.readState, change.readState) } : row,
  ),
});
