import type { MessageId, ThreadId } from '@landbridge/contract';
import { Navigate } from '@tanstack/react-router';
import { SkeletonRows } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { Conversation } from './conversation.tsx';
import { text } from './texts.ts';
import classes from './thread-page.module.css';
import { useThread } from './use-thread.ts';

interface ThreadPageProps {
  readonly id: ThreadId;
  /** The message that a link names. */
  readonly messageId: MessageId | null;
  readonly onGoTo: (messageId: string) => void;
}

export const ThreadPage = ({ id, messageId, onGoTo }: ThreadPageProps) => {
  const { data: page, error, refetch } = useThread(id, messageId ?? 'unread');
  useTitle(page?.thread.title ?? text('threads.title'));
  if (error)
    return (
      <main id="main" className={classes.state}>
        <ProblemState error={error} onRetry={() => void refetch()} />
      </main>
    );
  if (!page)
    return (
      <main id="main" className={classes.state}>
        <SkeletonRows rows={6} kind="message" label={text('app.loading')} />
      </main>
    );
  const { issueId } = page.thread;
  if (issueId) return <Navigate to="/issues/$issueId" params={{ issueId }} search={messageId ? { message: messageId } : {}} replace />;
  return <Conversation page={page} messageId={messageId} onGoTo={onGoTo} />;
};
