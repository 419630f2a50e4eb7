import { createRoute, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { communityId, sessionId } from '@landbridge/contract';
import { z } from 'zod';
import { inside } from './inside.tsx';

const CalendarPage = lazyRouteComponent(() => import('../../features/sessions/calendar-page.tsx'), 'CalendarPage');
const SessionPage = lazyRouteComponent(() => import('../../features/sessions/session-page.tsx'), 'SessionPage');
const PlanSessionPage = lazyRouteComponent(() => import('../../features/sessions/plan-session-page.tsx'), 'PlanSessionPage');

const calendarRoute = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  validateSearch: z.object({ side: z.enum(['past']).optional().catch(undefined), show: z.enum(['all']).optional().catch(undefined) }),
  component: function Calendar() {
    const { side, show } = calendarRoute.useSearch();
    return <CalendarPage side={side ?? 'ahead'} show={show ?? 'mine'} />;
  },
});

const planSessionRoute = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/new',
  validateSearch: z.object({ community: communityId.optional().catch(undefined) }),
  component: function PlanSession() {
    const navigate = useNavigate();
    return (
      <PlanSessionPage
        communityId={planSessionRoute.useSearch().community ?? null}
        onPlanned={(id) => void navigate({ to: '/sessions/$sessionId', params: { sessionId: id } })}
      />
    );
  },
});

const sessionRoute = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$sessionId',
  params: {
    parse: (params) => ({ sessionId: sessionId.parse(params.sessionId) }),
    stringify: (params) => ({ sessionId: params.sessionId }),
  },
  component: function Session() {
    const { sessionId: id } = sessionRoute.useParams();
    return <SessionPage key={id} id={id} />;
  },
});

export const sessionRoutes = [calendarRoute, planSessionRoute, sessionRoute] as const;
