import { createRoute, lazyRouteComponent, useNavigate, useRouter } from '@tanstack/react-router';
import { communityId, issueId, messageId } from '@landbridge/contract';
import { issueFilters } from '@landbridge/contract/practice-issues';
import { z } from 'zod';
import { inside } from './inside.tsx';

const IssuesPage = lazyRouteComponent(() => import('../../features/practice-issues/issues-page.tsx'), 'IssuesPage');
const IssuePage = lazyRouteComponent(() => import('../../features/practice-issues/issue-page.tsx'), 'IssuePage');
const NewIssuePage = lazyRouteComponent(() => import('../../features/practice-issues/new-issue-page.tsx'), 'NewIssuePage');

const filtersInAddress = z.object({
  state: issueFilters.shape.state.catch(undefined),
  communityId: issueFilters.shape.communityId.catch(undefined),
  kind: issueFilters.shape.kind.catch(undefined),
  tag: issueFilters.shape.tag.catch(undefined),
  mine: issueFilters.shape.mine.catch(undefined),
  urgent: issueFilters.shape.urgent.catch(undefined),
  q: issueFilters.shape.q.catch(undefined),
});

const issuesRoute = createRoute({
  getParentRoute: () => inside,
  path: '/issues',
  validateSearch: filtersInAddress,
  component: function Issues() {
    const navigate = useNavigate();
    return <IssuesPage filters={issuesRoute.useSearch()} onChange={(search) => void navigate({ to: '/issues', search, replace: true })} />;
  },
});

const newIssueRoute = createRoute({
  getParentRoute: () => inside,
  path: '/issues/new',
  validateSearch: z.object({ community: communityId.optional().catch(undefined) }),
  component: function NewIssue() {
    const { community = null } = newIssueRoute.useSearch();
    const navigate = useNavigate();
    const { history } = useRouter();
    return (
      <NewIssuePage
        key={community}
        communityId={community}
        onPosted={(id) => void navigate({ to: '/issues/$issueId', params: { issueId: id }, search: {}, replace: true })}
        onClose={() => (history.canGoBack() ? history.back() : void navigate({ to: '/issues', search: {} }))}
      />
    );
  },
});

const issueRoute = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$issueId',
  params: { parse: (params) => ({ issueId: issueId.parse(params.issueId) }), stringify: (params) => ({ issueId: params.issueId }) },
  validateSearch: z.object({ message: messageId.optional().catch(undefined) }),
  component: function Issue() {
    const { issueId: id } = issueRoute.useParams();
    const { message } = issueRoute.useSearch();
    const navigate = useNavigate();
    return (
      <IssuePage
        key={id}
        id={id}
        messageId={message ?? null}
        onGoTo={(target) =>
          void navigate({ to: '/issues/$issueId', params: { issueId: id }, search: { message: messageId.parse(target) } })
        }
        onTakeAcross={() => void navigate({ to: '/threads/new-across-units' })}
      />
    );
  },
});

export const issueRoutes = [issuesRoute, newIssueRoute, issueRoute] as const;
