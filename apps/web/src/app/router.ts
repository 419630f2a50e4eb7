import { createRouter } from '@tanstack/react-router';
import { adminRoutes } from './routes/admin.tsx';
import { communityRoutes } from './routes/communities.tsx';
import { entryRoutes } from './routes/entry.tsx';
import { homeRoutes } from './routes/home.tsx';
import { inside } from './routes/inside.tsx';
import { libraryRoutes } from './routes/library.tsx';
import { notificationRoutes } from './routes/notifications.tsx';
import { peopleRoutes } from './routes/people.tsx';
import { issueRoutes } from './routes/practice-issues.tsx';
import { root } from './routes/root.tsx';
import { sessionRoutes } from './routes/sessions.tsx';
import { threadRoutes } from './routes/threads.tsx';

// Pages are fetched when they are first visited; what the shell needs of a feature comes through its index.ts.
const tree = root.addChildren([
  ...entryRoutes,
  inside.addChildren([
    ...homeRoutes,
    ...threadRoutes,
    ...issueRoutes,
    ...communityRoutes,
    ...peopleRoutes,
    ...libraryRoutes,
    ...sessionRoutes,
    ...notificationRoutes,
    ...adminRoutes,
  ]),
]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
