import { createRootRoute, Outlet } from '@tanstack/react-router';
import { ButtonLink, ErrorState, Page } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { text } from '../texts.ts';

const NotFound = () => (
  <Page>
    <ErrorState
      title={text('problem.missing-title')}
      text={text('problem.no-page')}
      action={<ButtonLink href="/">{text('problem.home')}</ButtonLink>}
    />
  </Page>
);

export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ProblemState error={error} onRetry={reset} />,
});
