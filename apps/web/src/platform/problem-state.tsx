import { Button, ErrorState } from '@landbridge/ui';
import { Refusal } from './api.ts';
import { text } from './texts.ts';

/** What the person reads of an error: the server's own sentence, or that it did not answer. */
export const problemText = (error: unknown): string =>
  error instanceof Refusal && error.problem.title ? error.problem.title : text('problem.unreachable');

/** An error in place of a page or a list. */
export const ProblemState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const isMissing = error instanceof Refusal && error.problem.status === 404;
  return (
    <ErrorState
      title={text(isMissing ? 'problem.missing-title' : 'problem.title')}
      text={problemText(error)}
      reference={
        error instanceof Refusal && error.problem.requestId ? text('problem.reference', { id: error.problem.requestId }) : undefined
      }
      action={onRetry && !isMissing && <Button onClick={onRetry}>{text('problem.retry')}</Button>}
    />
  );
};
