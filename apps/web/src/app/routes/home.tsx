import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './inside.tsx';

const HomePage = lazyRouteComponent(() => import('../../features/home/home-page.tsx'), 'HomePage');

const homeRoute = createRoute({ getParentRoute: () => inside, path: '/', component: HomePage });

export const homeRoutes = [homeRoute] as const;
