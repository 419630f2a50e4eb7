import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CommunityId, ResponseOf } from '@landbridge/contract';
import { communityRequestChanged, decideRequest, listRequests, type CommunityRequestView } from '@landbridge/contract/communities';
import { applyRequestToList } from '@landbridge/domain/communities';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';

type Pages = InfiniteData<ResponseOf<typeof listRequests>>;

const requestsKey = (id: CommunityId) => ['requests', id];

/** Who waits for an answer of the leaders, kept as it changes. */
export const useRequests = (communityId: CommunityId) => {
  const list = useInfiniteQuery({
    queryKey: requestsKey(communityId),
    queryFn: ({ pageParam }) => callRoute(listRequests, { params: { communityId }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
  useEffect(
    () =>
      live.on(communityRequestChanged, (payload) => {
        if (payload.communityId !== communityId) return;
        queryClient.setQueryData<Pages>(requestsKey(communityId), (pages) => pages && changed(pages, payload));
      }),
    [communityId],
  );
  const decide = (request: CommunityRequestView, decision: 'approved' | 'declined', reply: string) =>
    callRoute(decideRequest, { params: { communityId, requestId: request.id }, body: { decision, reply } }).then((answered) =>
      queryClient.setQueryData<Pages>(requestsKey(communityId), (pages) => pages && changed(pages, { communityId, request: answered })),
    );
  return { ...list, requests: list.data?.pages.flatMap((page) => page.requests) ?? [], decide };
};

/** A new one goes to the end, which is the last page once all are there. */
const changed = (pages: Pages, payload: Parameters<typeof applyRequestToList>[1]): Pages => ({
  ...pages,
  pages: pages.pages.map((page, index) => {
    const isLast = index === pages.pages.length - 1 && page.nextCursor === null;
    const isHere = page.requests.some(({ id }) => id === payload.request.id);
    return isHere || isLast ? { ...page, requests: applyRequestToList(page.requests, payload) } : page;
  }),
});
