import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PersonId } from '@landbridge/contract';
import { listHelpedIssues } from '@landbridge/contract/practice-issues';
import { Button, StateGlyph } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { glyphOf } from './issue-steps.ts';
import classes from './issues-of-person.module.css';
import { text } from './texts.ts';

/** Issues in which a message of somebody helped, as far as the viewer may read them. Nothing is counted. */
export const IssuesOfPerson = ({ personId }: { personId: PersonId }) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['helped-issues', personId],
    queryFn: ({ pageParam }) => callRoute(listHelpedIssues, { params: { personId }, query: { limit: 8, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
  const issues = data?.pages.flatMap((page) => page.issues) ?? [];
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (issues.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{text('issues.helped-with')}</h2>
      <ul>
        {issues.map((issue) => (
          <li key={issue.id}>
            <Link to="/issues/$issueId" params={{ issueId: issue.id }} search={{}} className={classes.issue} dir="auto">
              <StateGlyph state={glyphOf(issue)} />
              <span>{issue.title}</span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="quiet" size="small" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
    </section>
  );
};
