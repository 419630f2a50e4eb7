import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { listAccounts } from '@landbridge/contract/people';
import { useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';

export type Shown = 'active' | 'deactivated';

/** Accounts by name, and a way to change one: what is refused is said, and the list is read again. */
export const useAccounts = (q: string, show: Shown) => {
  const toast = useToast();
  const list = useInfiniteQuery({
    queryKey: ['accounts', q, show],
    queryFn: ({ pageParam, signal }) => callRoute(listAccounts, { query: { q, show, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

  /** @returns whether it was done */
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (refused) {
      toast({ text: problemText(refused) });
      return false;
    } finally {
      await list.refetch();
    }
  };
  return { ...list, accounts: list.data?.pages.flatMap((page) => page.accounts), attempt };
};
