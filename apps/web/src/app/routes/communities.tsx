import { createRoute, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { communityId, imperativeId } from '@landbridge/contract';
import { z } from 'zod';
import { inside } from './inside.tsx';

const CommunitiesPage = lazyRouteComponent(() => import('../../features/communities/communities-page.tsx'), 'CommunitiesPage');
const CommunityScreen = lazyRouteComponent(() => import('../community-screen.tsx'), 'CommunityScreen');
const NewCommunityPage = lazyRouteComponent(() => import('../../features/communities/new-community-page.tsx'), 'NewCommunityPage');

const communitiesRoute = createRoute({
  getParentRoute: () => inside,
  path: '/communities',
  validateSearch: z.object({ imperative: imperativeId.optional().catch(undefined) }),
  component: function Communities() {
    return <CommunitiesPage imperativeId={communitiesRoute.useSearch().imperative} />;
  },
});

const newCommunityRoute = createRoute({
  getParentRoute: () => inside,
  path: '/communities/new',
  component: function NewCommunity() {
    const navigate = useNavigate();
    return (
      <NewCommunityPage onFounded={(id) => void navigate({ to: '/communities/$communityId', params: { communityId: id }, search: {} })} />
    );
  },
});

const communityRoute = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$communityId',
  params: {
    parse: (params) => ({ communityId: communityId.parse(params.communityId) }),
    stringify: (params) => ({ communityId: params.communityId }),
  },
  validateSearch: z.object({
    tab: z.enum(['issues', 'conversation', 'sessions', 'library', 'members', 'lead']).optional().catch(undefined),
  }),
  component: function Community() {
    const { communityId: id } = communityRoute.useParams();
    return <CommunityScreen key={id} id={id} tab={communityRoute.useSearch().tab ?? 'issues'} />;
  },
});

export const communityRoutes = [communitiesRoute, newCommunityRoute, communityRoute] as const;
