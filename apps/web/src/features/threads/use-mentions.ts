import { useQuery } from '@tanstack/react-query';
import type { ThreadId } from '@landbridge/contract';
import { suggestPeople } from '@landbridge/contract/threads';
import { listPeople } from '@landbridge/contract/people';
import { callRoute } from '../../platform/api.ts';

/** People whose name begins with the letters: readers of the thread, or of the organisation before there is one. */
export const useMentions = (threadId: ThreadId | null, letters: string | null) => {
  const { data } = useQuery({
    queryKey: ['mentions', threadId, letters],
    enabled: letters !== null,
    staleTime: 60_000,
    queryFn: ({ signal }) => {
      const query = { q: letters?.trim() ?? '', limit: 8 };
      return threadId ? callRoute(suggestPeople, { params: { threadId }, query, signal }) : callRoute(listPeople, { query, signal });
    },
  });
  return letters === null ? [] : (data?.people ?? []);
};
