import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { issueTag, listIssueTags } from '@landbridge/contract/practice-issues';
import { callRoute } from '../../platform/api.ts';

const none: readonly string[] = [];

/** Tags that what is being written, behind the last comma, may become; those in use most where nothing is written yet. */
export const useTagsInUse = (typed: string): readonly string[] => {
  const begun = useDeferredValue(typed.split(',').at(-1)?.trim().toLowerCase() ?? '');
  const isAsked = begun === '' || issueTag.safeParse(begun).success;
  const { data } = useQuery({
    queryKey: ['issue-tags', begun],
    enabled: isAsked,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => callRoute(listIssueTags, { query: { q: begun }, signal }),
  });
  return isAsked ? (data?.tags ?? none) : none;
};
