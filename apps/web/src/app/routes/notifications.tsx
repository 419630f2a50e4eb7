import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { inside } from './inside.tsx';

const NoticesPage = lazyRouteComponent(() => import('../../features/notifications/notices-page.tsx'), 'NoticesPage');

const noticesRoute = createRoute({
  getParentRoute: () => inside,
  path: '/notices',
  validateSearch: z.object({ show: z.enum(['unread']).optional().catch(undefined) }),
  component: function Notices() {
    const { show = 'all' } = noticesRoute.useSearch();
    return <NoticesPage key={show} show={show} />;
  },
});

export const notificationRoutes = [noticesRoute] as const;
