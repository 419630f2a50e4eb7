import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CommunityView } from '@landbridge/contract/communities';
import { listThreads } from '@landbridge/contract/threads';
import { Button, EmptyState, SkeletonRows } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { useKeys } from '../../platform/keys.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { text } from './texts.ts';
import { ThreadRows } from './thread-rows.tsx';
import { communityThreadsKey, markCommunitySeen } from './use-unread.ts';

/** The threads of a community, the last spoken in first. Looking at them clears the community's dot. */
export const CommunityThreads = ({ community, onStart }: { community: CommunityView; onStart: () => void }) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: communityThreadsKey(community.id),
    queryFn: ({ pageParam }) => callRoute(listThreads, { params: { communityId: community.id }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const threads = data?.pages.flatMap((page) => page.threads) ?? [];
  const isMember = community.myRole !== null;
  useKeys({ j: () => moveRowFocus(1), k: () => moveRowFocus(-1) });
  const newestAt = threads[0]?.lastMessageAt;
  useEffect(() => {
    if (newestAt && isMember) markCommunitySeen(community.id);
  }, [community.id, isMember, newestAt]);
  return (
    <>
      {data && threads.length === 0 && !community.can.openThread && <EmptyState title={text('threads.none-ended')} />}
      {data && threads.length === 0 && community.can.openThread && (
        <EmptyState
          title={text('threads.none-title')}
          text={text('threads.none-text')}
          action={
            <Button variant="filled" onClick={onStart}>
              {text('threads.start')}
            </Button>
          }
        />
      )}
      {!data && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {threads.length > 0 && <ThreadRows threads={threads} showsCommunity={false} isMember={isMember} />}
      {hasNextPage && (
        <Button variant="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
    </>
  );
};
