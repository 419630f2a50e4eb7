import { useInfiniteQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { listNotices, type NoticeView } from '@landbridge/contract/notifications';
import { Button, ButtonLink, EmptyState, NoticeList, Page, SkeletonRows, useToast, Tabs } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { useKeys } from '../../platform/keys.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { useNow } from '../../platform/use-now.ts';
import { useTitle } from '../../platform/use-title.ts';
import { TabLink } from '../../platform/tab-link.tsx';
import { PlaceBar } from '../identity/index.ts';
import { NoticeItem } from './notice-item.tsx';
import { noticesKey, shows, type Show } from './notice-keys.ts';
import { periodOf } from './notice-sentence.ts';
import classes from './notices-page.module.css';
import { read, takeBack } from './read-notices.ts';
import { text } from './texts.ts';
import { useUnreadNotices } from './use-unread-notices.ts';

const PlaceLink = createLink(ButtonLink);

/** What concerned the person, the newest first, and how to be told less. */
export const NoticesPage = ({ show }: { show: Show }) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...noticesKey, show],
    queryFn: ({ pageParam }) => callRoute(listNotices, { query: { show, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const notices = data?.pages.flatMap((page) => page.notices) ?? [];
  const readOne = useReading();
  useTitle(text('notices.title'));
  useKeys({
    j: () => moveRowFocus(1),
    k: () => moveRowFocus(-1),
    e: () => {
      const focused = document.activeElement?.getAttribute('data-notice');
      const notice = notices.find(({ id, isUnread }) => isUnread && id === focused);
      if (notice) readOne(text('notices.was-read'), { noticeId: notice.id });
    },
  });
  return (
    <>
      <PlaceBar />
      <Page>
        <Head show={show} newest={notices.find(({ isUnread }) => isUnread)} />
        {data && notices.length === 0 && <Nothing show={show} />}
        {!data && !error && <SkeletonRows rows={8} label={text('app.loading')} />}
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {notices.length > 0 && <Periods notices={notices} />}
        {notices.length > 0 && !hasNextPage && <p className={classes.end}>{text(show === 'all' ? 'notices.end-old' : 'notices.end')}</p>}
        {hasNextPage && (
          <Button variant="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {text('app.more-rows')}
          </Button>
        )}
      </Page>
    </>
  );
};

/** Reads, says so, and takes it back when the person thinks better of it. */
const useReading = () => {
  const show = useToast();
  return (done: string, reading: Parameters<typeof read>[0]) =>
    void read(reading).then(
      (id) => show({ text: done, undo: { label: text('app.undo'), act: () => void takeBack(id) } }),
      (error: unknown) => show({ text: problemText(error) }),
    );
};

const Head = ({ show, newest }: { show: Show; newest: NoticeView | undefined }) => {
  const { count } = useUnreadNotices();
  const readAll = useReading();
  return (
    <>
      <div className={classes.head}>
        <h1>{text('notices.title')}</h1>
        {newest && <Button onClick={() => readAll(text('notices.all-read'), { upTo: newest.at })}>{text('notices.read-all')}</Button>}
      </div>
      <Tabs label={text('notices.title')}>
        {shows.map((one) => (
          <TabLink
            key={one}
            to="/notices"
            search={one === 'all' ? {} : { show: one }}
            activeOptions={{ includeSearch: true, exact: true }}
            aria-current={one === show ? 'page' : undefined}
          >
            {one === 'unread' ? text('notices.unread-count', { count }) : text('notices.all')}
          </TabLink>
        ))}
      </Tabs>
    </>
  );
};

const periods = ['today', 'week', 'earlier'] as const;

const Periods = ({ notices }: { notices: readonly NoticeView[] }) => {
  const now = useNow();
  const groups = Map.groupBy(notices, (notice) => periodOf(notice, now));
  return periods.map((period) => {
    const group = groups.get(period);
    return (
      group && (
        <section key={period} aria-labelledby={`notices-${period}`}>
          <h2 className={classes.period} id={`notices-${period}`}>
            {text(`notices.${period}`)}
          </h2>
          <NoticeList label={text(`notices.${period}`)}>
            {group.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </NoticeList>
        </section>
      )
    );
  });
};

const Nothing = ({ show }: { show: Show }) => (
  <EmptyState
    title={text(`notices.empty-${show}-title`)}
    text={text(`notices.empty-${show}-text`)}
    action={
      show === 'all' ? (
        <PlaceLink to="/communities">{text('notices.browse')}</PlaceLink>
      ) : (
        <PlaceLink to="/notices" search={{}}>
          {text('notices.show-all')}
        </PlaceLink>
      )
    }
  />
);
