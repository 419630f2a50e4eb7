import type { ReactNode } from 'react';
import type { IssueFilters } from '@landbridge/contract/practice-issues';
import { Button, SkeletonRows } from '@landbridge/ui';
import { useKeys } from '../../platform/keys.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { IssueRows } from './issue-rows.tsx';
import classes from './issues-page.module.css';
import { text } from './texts.ts';
import { useIssues } from './use-issues.ts';

interface IssueListProps {
  readonly filters: IssueFilters;
  readonly showsCommunity: boolean;
  readonly empty: ReactNode;
}

/** The issues that fit: of everywhere, or of one community. */
export const IssueList = ({ filters, showsCommunity, empty }: IssueListProps) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useIssues(filters);
  const issues = data?.pages.flatMap((page) => page.issues) ?? [];
  useKeys({ j: () => moveRowFocus(1), k: () => moveRowFocus(-1) });
  return (
    <>
      {data && issues.length === 0 && !hasNextPage && empty}
      {!data && !error && <SkeletonRows rows={8} label={text('app.loading')} />}
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {issues.length > 0 && <IssueRows issues={issues} showsCommunity={showsCommunity} />}
      {issues.length > 0 && !hasNextPage && <p className={classes.end}>{text('issues.end')}</p>}
      {hasNextPage && (
        <Button variant="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
    </>
  );
};
