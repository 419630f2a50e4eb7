import { keepPreviousData, useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PersonId } from '@landbridge/contract';
import { membershipChanged } from '@landbridge/contract/communities';
import { countIssues, issueFilters, issueMoved, listIssues, type IssueFilters, type IssueList } from '@landbridge/contract/practice-issues';
import { threadMoved } from '@landbridge/contract/threads';
import { applyIssueMovedToList, applyThreadMovedToIssueList } from '@landbridge/domain/practice-issues';
import { callRoute } from '../../platform/api.ts';
import { deviceStore } from '../../platform/device-store.ts';
import { live } from '../../platform/live.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { queryClient } from '../../platform/query-client.ts';

type Pages = InfiniteData<IssueList>;

const listKey = 'issues';
const countsKey = 'issue-counts';

/** Issues that fit the filters, page by page. */
export const useIssues = (filters: IssueFilters) =>
  useInfiniteQuery({
    queryKey: [listKey, filters],
    queryFn: ({ pageParam, signal }) => callRoute(listIssues, { query: { ...filters, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** How many there are in each state, whatever state the list is narrowed to. */
export const useIssueCounts = ({ communityId, kind, tag, mine, urgent, q }: IssueFilters) => {
  const filters = { communityId, kind, tag, mine, urgent, q };
  return useQuery({
    queryKey: [countsKey, filters],
    queryFn: ({ signal }) => callRoute(countIssues, { query: filters, signal }),
    placeholderData: keepPreviousData,
  }).data;
};

/** Keeps every list of issues as the server has it, for as long as somebody is signed in. */
export const useLiveIssues = (viewerId: PersonId): void => {
  useEffect(() => {
    const change = (apply: (list: IssueList, filters: IssueFilters) => IssueList) => {
      for (const [key, pages] of queryClient.getQueriesData<Pages>({ queryKey: [listKey] })) {
        const filters = issueFilters.safeParse(key[1]);
        if (pages && filters.success)
          queryClient.setQueryData<Pages>(
            key,
            onAllPages(pages, (list) => apply(list, filters.data)),
          );
      }
    };
    const recount = () => void queryClient.invalidateQueries({ queryKey: [countsKey] });
    const refresh = () => {
      void queryClient.invalidateQueries({ queryKey: [listKey] });
      recount();
    };
    const stops = [
      live.on(issueMoved, (moved) => {
        change((list, filters) => applyIssueMovedToList(list, moved, filters, viewerId));
        recount();
      }),
      live.on(threadMoved, (moved) => {
        if (moved.thread.issueId) change((list) => applyThreadMovedToIssueList(list, moved));
      }),
      live.on(membershipChanged, refresh),
      // Lists have no sequence numbers: they are read again once the connection stands, the first time too, and after it was lost.
      live.onArrival(refresh),
    ];
    return () => stops.forEach((stop) => stop());
  }, [viewerId]);
};

/** All rows are one list to the reducer: they stand on the first page from then on, the others keep their cursors. */
const onAllPages = (pages: Pages, change: (list: IssueList) => IssueList): Pages => {
  const [first, ...others] = pages.pages;
  if (!first) return pages;
  const nextCursor = pages.pages.at(-1)?.nextCursor ?? null;
  const { issues } = change({ issues: pages.pages.flatMap((page) => page.issues), nextCursor });
  return { ...pages, pages: [{ ...first, issues }, ...others.map((page) => ({ ...page, issues: [] }))] };
};

const filtersPlace = 'issue-filters';

/** The filters one used last, on this device: the way to the list leads back to them. */
export const lastIssueFilters = (): IssueFilters => parseKept(issueFilters, deviceStore.read(filtersPlace)) ?? {};

export const keepIssueFilters = (filters: IssueFilters): void => {
  deviceStore.write(filtersPlace, Object.keys(filters).length === 0 ? null : JSON.stringify(filters));
};
