import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CommunityId, PersonId } from '@landbridge/contract';
import { communitySeen, membershipChanged, seeCommunity } from '@landbridge/contract/communities';
import { getUnread, readStateChanged, threadLost, threadMoved, type ThreadList, type UnreadOverview } from '@landbridge/contract/threads';
import {
  applyCommunitySeenToUnread,
  applyReadStateToList,
  applyReadStateToUnread,
  applyThreadLostToUnread,
  applyThreadMovedToList,
  applyThreadMovedToUnread,
  unreadThreads,
} from '@landbridge/domain/threads';
import type { InfiniteData } from '@tanstack/react-query';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';

const unreadKey = ['unread'];
export const communityThreadsKey = (id: CommunityId) => ['community-threads', id];
export const myThreadsKey = (show: InboxView) => ['my-threads', show];

/** The views of the inbox. */
export const views = ['unread', 'following', 'mentions', 'across-units'] as const;
export type InboxView = (typeof views)[number];

type Pages = InfiniteData<ThreadList>;

const readUnread = (): UnreadOverview | undefined => queryClient.getQueryData(unreadKey);

/** Figures of rail, tab title and inbox. */
export const useUnread = () => {
  const { data } = useQuery({ queryKey: unreadKey, queryFn: () => callRoute(getUnread) });
  const threads = data ? unreadThreads(data) : [];
  return {
    threadCount: threads.length,
    ofCommunity: (id: CommunityId) => threads.filter((thread) => thread.communityId === id).length,
    hasNews: (id: CommunityId) => data?.communitiesWithNews.includes(id) ?? false,
  };
};

/** Keeps every figure and list of threads as the server has it, for as long as somebody is signed in. */
export const useLiveLists = (viewerId: PersonId): void => {
  useEffect(() => {
    const changeUnread = (change: (overview: UnreadOverview) => UnreadOverview) =>
      queryClient.setQueryData<UnreadOverview>(unreadKey, (overview) => overview && change(overview));
    const refresh = () => {
      void queryClient.invalidateQueries({ queryKey: unreadKey });
      void queryClient.invalidateQueries({ queryKey: ['my-threads'] });
      void queryClient.invalidateQueries({ queryKey: ['community-threads'] });
    };
    const stops = [
      live.on(threadMoved, (moved) => {
        changeUnread((overview) => applyThreadMovedToUnread(overview, moved, viewerId));
        const known = readUnread()?.threads.find((thread) => thread.threadId === moved.thread.id)?.readState;
        const isFollowed = known?.follows === 'following';
        const isNewIn = {
          unread: isFollowed && moved.thread.lastAuthor.id !== viewerId,
          following: isFollowed,
          mentions: false,
          'across-units': moved.communityId === null,
        };
        const move = (list: ThreadList) => applyThreadMovedToList(list, moved, known);
        // What is said under a practice issue stands there, and not in the community's conversation.
        if (moved.communityId && moved.thread.issueId === null)
          queryClient.setQueryData<Pages>(communityThreadsKey(moved.communityId), (pages) => pages && onFirstPage(pages, move));
        for (const show of views)
          queryClient.setQueryData<Pages>(myThreadsKey(show), (pages) => {
            const isHere = pages?.pages.some((list) => list.threads.some((row) => row.id === moved.thread.id));
            return pages && (isHere || isNewIn[show]) ? onFirstPage(pages, move) : pages;
          });
      }),
      live.on(readStateChanged, (change) => {
        // What one begins to follow, by a mention too, stands in lists that have no row for it yet.
        const known = readUnread()?.threads.find(({ threadId }) => threadId === change.threadId);
        const isNewlyFollowed = change.readState.follows === 'following' && known?.readState.follows !== 'following';
        changeUnread((overview) => applyReadStateToUnread(overview, change));
        if (isNewlyFollowed) void queryClient.invalidateQueries({ queryKey: ['my-threads'] });
        queryClient.setQueriesData<Pages>(
          { queryKey: ['community-threads'] },
          (pages) => pages && onEveryPage(pages, (list) => applyReadStateToList(list, change)),
        );
        queryClient.setQueriesData<Pages>(
          { queryKey: ['my-threads'] },
          (pages) => pages && onEveryPage(pages, (list) => applyReadStateToList(list, change)),
        );
      }),
      live.on(communitySeen, ({ communityId, seenAt }) =>
        changeUnread((overview) => applyCommunitySeenToUnread(overview, communityId, seenAt)),
      ),
      live.on(threadLost, ({ threadId }) => {
        changeUnread((overview) => applyThreadLostToUnread(overview, threadId));
        void queryClient.invalidateQueries({ queryKey: ['my-threads'] });
      }),
      // Whoever joins or leaves gains or loses whole lists.
      live.on(membershipChanged, refresh),
      // Lists have no sequence numbers: they are read again once the connection stands, the first time too, and after it was lost.
      live.onArrival(refresh),
    ];
    return () => stops.forEach((stop) => stop());
  }, [viewerId]);
};

/** A moved thread goes to the top of the first page and leaves the page it stood on. */
const onFirstPage = (pages: Pages, change: (list: ThreadList) => ThreadList): Pages => {
  const [first, ...others] = pages.pages;
  if (!first) return pages;
  const all: ThreadList = { ...first, threads: pages.pages.flatMap((list) => list.threads) };
  const changed = change(all).threads;
  const sizes = others.map((list) => list.threads.length);
  const firstSize = changed.length - sizes.reduce((sum, size) => sum + size, 0);
  let start = firstSize;
  return {
    ...pages,
    pages: [
      { ...first, threads: changed.slice(0, firstSize) },
      ...others.map((list) => {
        const threads = changed.slice(start, start + list.threads.length);
        start += list.threads.length;
        return { ...list, threads };
      }),
    ],
  };
};

const onEveryPage = (pages: Pages, change: (list: ThreadList) => ThreadList): Pages => ({ ...pages, pages: pages.pages.map(change) });

/** Says that what is new in a community was looked at. */
export const markCommunitySeen = (communityId: CommunityId): void => {
  void callRoute(seeCommunity, { params: { communityId } }).catch(() => undefined);
};
