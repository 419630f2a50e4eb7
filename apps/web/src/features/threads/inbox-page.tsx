import { useInfiniteQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { listMyThreads } from '@landbridge/contract/threads';
import { Button, ButtonLink, EmptyState, Page, SkeletonRows, Tabs } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { useKeys } from '../../platform/keys.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { useTitle } from '../../platform/use-title.ts';
import { TabLink } from '../../platform/tab-link.tsx';
import { PlaceBar } from '../identity/index.ts';
import classes from './inbox-page.module.css';
import { text } from './texts.ts';
import { ThreadRows } from './thread-rows.tsx';
import { myThreadsKey, views, type InboxView } from './use-unread.ts';

const PlaceLink = createLink(ButtonLink);

/** The inbox: threads with something unread, those one follows, those that mention one. */
export const InboxPage = ({ show }: { show: InboxView }) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: myThreadsKey(show),
    queryFn: ({ pageParam }) => callRoute(listMyThreads, { query: { show, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: show === 'unread' ? 0 : Number.POSITIVE_INFINITY,
  });
  const threads = data?.pages.flatMap((page) => page.threads) ?? [];
  useTitle(text('threads.title'));
  useKeys({ j: () => moveRowFocus(1), k: () => moveRowFocus(-1) });
  return (
    <>
      <PlaceBar />
      <Page>
        <div className={classes.head}>
          <h1>{text('threads.title')}</h1>
          <PlaceLink to="/threads/new-across-units">{text('threads.start-across')}</PlaceLink>
        </div>
        <Tabs label={text('threads.title')}>
          {views.map((view) => (
            <TabLink
              key={view}
              to="/threads"
              search={view === 'unread' ? {} : { show: view }}
              activeOptions={{ includeSearch: true, exact: true }}
            >
              {text(`threads.${view}`)}
            </TabLink>
          ))}
        </Tabs>
        {data && threads.length === 0 && (
          <EmptyState
            title={text(`threads.empty-${show}-title`)}
            text={text(`threads.empty-${show}-text`)}
            action={<PlaceLink to="/communities">{text('threads.browse')}</PlaceLink>}
          />
        )}
        {!data && !error && <SkeletonRows rows={8} label={text('app.loading')} />}
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {threads.length > 0 && <ThreadRows threads={threads} showsCommunity isMember />}
        {threads.length > 0 && !hasNextPage && <p className={classes.end}>{text('threads.end')}</p>}
        {hasNextPage && (
          <Button variant="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {text('app.more-rows')}
          </Button>
        )}
      </Page>
    </>
  );
};
