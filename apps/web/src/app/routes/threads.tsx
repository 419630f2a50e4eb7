import { createRoute, lazyRouteComponent, redirect, useNavigate } from '@tanstack/react-router';
import { messageId, threadId } from '@landbridge/contract';
import { getMessage } from '@landbridge/contract/threads';
import { z } from 'zod';
import { callRoute } from '../../platform/api.ts';
import { inside } from './inside.tsx';

const InboxPage = lazyRouteComponent(() => import('../../features/threads/inbox-page.tsx'), 'InboxPage');
const ThreadPage = lazyRouteComponent(() => import('../../features/threads/thread-page.tsx'), 'ThreadPage');
const StartAcrossPage = lazyRouteComponent(() => import('../../features/threads/start-across-page.tsx'), 'StartAcrossPage');

const inboxRoute = createRoute({
  getParentRoute: () => inside,
  path: '/threads',
  validateSearch: z.object({ show: z.enum(['unread', 'following', 'mentions', 'across-units']).optional().catch(undefined) }),
  component: function Inbox() {
    return <InboxPage show={inboxRoute.useSearch().show ?? 'unread'} />;
  },
});

const startAcrossRoute = createRoute({
  getParentRoute: () => inside,
  path: '/threads/new-across-units',
  component: function StartAcross() {
    const navigate = useNavigate();
    return <StartAcrossPage onOpened={(id) => void navigate({ to: '/threads/$threadId', params: { threadId: id }, search: {} })} />;
  },
});

const threadRoute = createRoute({
  getParentRoute: () => inside,
  path: '/threads/$threadId',
  params: { parse: (params) => ({ threadId: threadId.parse(params.threadId) }), stringify: (params) => ({ threadId: params.threadId }) },
  validateSearch: z.object({ message: messageId.optional().catch(undefined) }),
  component: function Thread() {
    const { threadId: id } = threadRoute.useParams();
    const { message } = threadRoute.useSearch();
    const navigate = useNavigate();
    return (
      <ThreadPage
        key={id}
        id={id}
        messageId={message ?? null}
        onGoTo={(target) =>
          void navigate({ to: '/threads/$threadId', params: { threadId: id }, search: { message: messageId.parse(target) } })
        }
      />
    );
  },
});

const messageRoute = createRoute({
  getParentRoute: () => inside,
  path: '/messages/$messageId',
  loader: async ({ params }) => {
    const message = await callRoute(getMessage, { params: { messageId: messageId.parse(params.messageId) } });
    throw redirect({ to: '/threads/$threadId', params: { threadId: message.threadId }, search: { message: message.id }, replace: true });
  },
});

export const threadRoutes = [inboxRoute, startAcrossRoute, threadRoute, messageRoute] as const;
