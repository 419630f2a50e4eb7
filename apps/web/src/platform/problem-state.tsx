import { Button, ButtonLink as HomeLink, ErrorState } from '@landbridge/ui';
import { Refusal } from './api.ts';
import { text } from './texts.ts';

/** What the person reads of an error: the server's own sentence, or that it did not answer. */
export const problemText = (error: unknown): string =>
  error instanceof Refusal && error.problem.title ? error.problem.title : text('problem.unreachable');

/** An error in place of a page or a list. What is missing, or not for this person, offers the way home. */
export const ProblemState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const isMissing = error instanceof Refusal && error.problem.status === 404;
  const reference = error instanceof Refusal && !isMissing ? error.problem.requestId : undefined;
  return (
    <ErrorState
      title={text(isMissing ? 'problem.missing-title' : 'problem.title')}
      text={problemText(error)}
      reference={reference && text('problem.reference', { id: reference })}
      action={
        isMissing ? (
          <HomeLink href="/">{text('problem.home')}</HomeLink>
        ) : (
          onRetry && <Button onClick={onRetry}>{text('problem.retry')}</Button>
        )
      }
    />
  );
};
