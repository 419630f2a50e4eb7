import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { threadId, type IssueId, type PayloadOf, type PersonId } from '@landbridge/contract';
import { membershipChanged } from '@landbridge/contract/communities';
import { getIssue, issueChanged, type IssueView } from '@landbridge/contract/practice-issues';
import { unwatchThread, watchThread } from '@landbridge/contract/threads';
import { applyIssueChanged } from '@landbridge/domain/practice-issues';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';
import { issueKey } from './issue-cache.ts';

/** An issue, kept as the server has it. What happens to it is told in the room of its conversation. */
export const useIssue = (id: IssueId, viewerId: PersonId) => {
  /** What was heard while the answer was on its way. */
  const heard = useRef<PayloadOf<typeof issueChanged> | null>(null);
  const asked = useQuery({
    queryKey: issueKey(id),
    queryFn: async () => {
      // Listening begins before asking: nothing can happen in between.
      if (live.isConnected()) await live.ask(watchThread, { threadId: threadId.parse(id) }).catch(() => undefined);
      const issue = await callRoute(getIssue, { params: { issueId: id } });
      return heard.current ? applyIssueChanged(issue, heard.current, viewerId) : issue;
    },
    gcTime: 0,
  });
  useEffect(() => {
    const refresh = () => void queryClient.invalidateQueries({ queryKey: issueKey(id) });
    const stops = [
      live.on(issueChanged, (payload) => {
        if (payload.issue.id !== id || (heard.current && heard.current.issue.version > payload.issue.version)) return;
        heard.current = payload;
        queryClient.setQueryData<IssueView>(issueKey(id), (issue) => issue && applyIssueChanged(issue, payload, viewerId));
      }),
      live.on(membershipChanged, refresh),
      live.onArrival(refresh),
    ];
    return () => {
      for (const stop of stops) stop();
      if (live.isConnected()) void live.ask(unwatchThread, { threadId: threadId.parse(id) }).catch(() => undefined);
    };
  }, [id, viewerId]);
  return asked;
};
