import { createRoute, redirect } from '@tanstack/react-router';
import { fetchMe } from '../../features/identity/index.ts';
import { Shell } from '../shell.tsx';
import { root } from './root.tsx';

/** Everything behind the sign-in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async () => {
    if (!(await fetchMe())) throw redirect({ to: '/sign-in' });
  },
  component: Shell,
});
