import { useQuery } from '@tanstack/react-query';
import type { CommunityId } from '@landbridge/contract';
import { listIssuesForMe } from '@landbridge/contract/practice-issues';
import { callRoute } from '../../platform/api.ts';
import { IssueRows } from './issue-rows.tsx';
import { text } from './texts.ts';

/** Up to three open issues of a community that fit the viewer: what a newcomer could begin with. */
export const IssuesForMe = ({ communityId }: { communityId: CommunityId }) => {
  const { data } = useQuery({
    queryKey: ['issues-for-me', communityId],
    queryFn: () => callRoute(listIssuesForMe, { params: { communityId } }),
    staleTime: 0,
  });
  if (!data || data.issues.length === 0) return null;
  return (
    <>
      <h3>{text('issues.for-me')}</h3>
      <IssueRows issues={data.issues} showsCommunity={false} />
    </>
  );
};
