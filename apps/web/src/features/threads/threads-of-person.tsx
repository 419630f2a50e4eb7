import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PersonId } from '@landbridge/contract';
import { listWritings } from '@landbridge/contract/threads';
import { Button } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { text } from './texts.ts';
import classes from './threads-of-person.module.css';

/** Where somebody wrote and the viewer may read: what they know, without counting anything. */
export const ThreadsOfPerson = ({ personId }: { personId: PersonId }) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['writings', personId],
    queryFn: ({ pageParam }) => callRoute(listWritings, { params: { personId }, query: { limit: 8, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
  const writings = data?.pages.flatMap((page) => page.writings) ?? [];
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <section>
      <h2>{text('threads.written-in')}</h2>
      {data && writings.length === 0 && <p className={classes.place}>{text('threads.written-nowhere')}</p>}
      <ul className={classes.list}>
        {writings.map(({ threadId, title, community }) => (
          <li key={threadId}>
            <Link to="/threads/$threadId" params={{ threadId }} search={{}} dir="auto">
              {title}
            </Link>
            <span className={classes.place}>{community?.name ?? text('threads.across-units')}</span>
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
