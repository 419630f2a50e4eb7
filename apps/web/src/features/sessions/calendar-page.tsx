import { createLink, Link } from '@tanstack/react-router';
import type { SessionSide } from '@landbridge/contract/sessions';
import { Button, ButtonLink, EmptyState, Page, SkeletonRows } from '@landbridge/ui';
import { useKeys } from '../../platform/keys.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { useTitle } from '../../platform/use-title.ts';
import { useMyCommunities } from '../communities/index.ts';
import { PlaceBar } from '../identity/index.ts';
import { Agenda } from './agenda.tsx';
import classes from './sessions.module.css';
import { text } from './texts.ts';
import { useSessions } from './use-sessions.ts';

const PlanLink = createLink(ButtonLink);

interface CalendarPageProps {
  readonly side: SessionSide;
  readonly show: 'all' | 'mine';
}

/** What is ahead in one's communities, or in all that one may read; and what was. */
export const CalendarPage = ({ side, show }: CalendarPageProps) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSessions({ side, show });
  const leads = useMyCommunities().some(({ myRole }) => myRole === 'convener' || myRole === 'steward');
  const sessions = data?.pages.flatMap((page) => page.sessions) ?? [];
  useTitle(text('calendar.title'));
  useKeys({ j: () => moveRowFocus(1), k: () => moveRowFocus(-1) });
  const plan = leads && (
    <PlanLink to="/sessions/new" search={{}} variant="filled">
      {text('session.plan')}
    </PlanLink>
  );
  return (
    <>
      <PlaceBar />
      <Page>
        <div className={classes.head}>
          <h1>{text('calendar.title')}</h1>
          {sessions.length > 0 && plan}
        </div>
        <Views side={side} show={show} />
        {!data && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {data && sessions.length === 0 && (
          <EmptyState
            title={text(side === 'past' ? 'calendar.none-past' : 'calendar.empty-title')}
            text={text(leads ? 'calendar.empty-leader' : 'calendar.empty-text')}
            action={plan || undefined}
          />
        )}
        <Agenda sessions={sessions} side={side} showsCommunity />
        {hasNextPage && (
          <Button variant="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {text('app.more-rows')}
          </Button>
        )}
      </Page>
    </>
  );
};

/** The router says which is current, by the whole address. */
const exactly = { exact: true, includeSearch: true, explicitUndefined: true };

const Views = ({ side, show }: CalendarPageProps) => (
  <nav className={classes.views} aria-label={text('calendar.views')}>
    <Link to="/calendar" search={search('ahead', show)} data-chosen={side === 'ahead'} activeOptions={exactly}>
      {text('calendar.ahead')}
    </Link>
    <Link to="/calendar" search={search('past', show)} data-chosen={side === 'past'} activeOptions={exactly}>
      {text('calendar.past')}
    </Link>
    <span className={classes.gap} />
    <Link to="/calendar" search={search(side, 'mine')} data-chosen={show === 'mine'} activeOptions={exactly}>
      {text('calendar.mine')}
    </Link>
    <Link to="/calendar" search={search(side, 'all')} data-chosen={show === 'all'} activeOptions={exactly}>
      {text('calendar.all')}
    </Link>
  </nav>
);

/** The usual is left out of the address. */
const search = (side: SessionSide, show: 'all' | 'mine') => ({
  side: side === 'past' ? side : undefined,
  show: show === 'all' ? show : undefined,
});
