import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ImperativeId } from '@landbridge/contract';
import { getImperative, listImperatives } from '@landbridge/contract/communities';
import { callRoute } from '../../platform/api.ts';
import { queryClient } from '../../platform/query-client.ts';

const key = 'imperatives';

/** Business imperatives of the organisation, the open ones first. */
export const useImperatives = () =>
  useInfiniteQuery({
    queryKey: [key, 'all'],
    queryFn: ({ pageParam }) => callRoute(listImperatives, { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });

/** Open ones with these words in their name. While more are asked for, those that are known already. */
export const useOpenImperatives = (q: string) => {
  const { data } = useQuery({
    queryKey: [key, 'open', q],
    queryFn: ({ signal }) => callRoute(listImperatives, { query: { show: 'open', q, limit: 10 }, signal }),
    placeholderData: (before) => before,
    staleTime: 0,
  });
  return data?.imperatives.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase())) ?? [];
};

export const useImperative = (id: ImperativeId | undefined) =>
  useQuery({
    queryKey: [key, 'one', id],
    enabled: id !== undefined,
    queryFn: () => (id ? callRoute(getImperative, { params: { imperativeId: id } }) : null),
  });

export const refreshImperatives = (): Promise<void> => queryClient.invalidateQueries({ queryKey: [key] });
