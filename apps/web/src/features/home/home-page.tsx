import { createLink, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HomeView, Need, NeedKind } from '@landbridge/contract/home';
import { ButtonLink, Corner, EmptyState, Page, SkeletonRows, useToast } from '@landbridge/ui';
import { useKeys } from '../../platform/keys.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { longDay, shortTime } from '../../platform/times.ts';
import { useTitle } from '../../platform/use-title.ts';
import { useMyCommunities } from '../communities/index.ts';
import { useMe } from '../identity/index.ts';
import classes from './home-page.module.css';
import { HomeSide } from './home-side.tsx';
import { NeedRows } from './need-rows.tsx';
import { NewsGroups } from './news-groups.tsx';
import { text } from './texts.ts';
import { putAway, takeBack, useHome } from './use-home.ts';

const BrowseLink = createLink(ButtonLink);

/** What needs the person, then what is new, and an end to it. */
export const HomePage = () => {
  const { data: home, error, refetch } = useHome();
  useTitle(text('home.title'));
  useKeys({ j: () => moveRowFocus(1), k: () => moveRowFocus(-1) });
  return (
    <Page side={<HomeSide requests={home?.requests ?? []} />}>
      <Greeting home={home} />
      {!home && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {home && home.needs.length > 0 && <Needs needs={home.needs} />}
      {home && home.news.length > 0 && <News home={home} />}
      {home && home.needs.length + home.news.length === 0 && <Quiet />}
    </Page>
  );
};

const Greeting = ({ home }: { home: HomeView | undefined }) => {
  const { person } = useMe();
  const [now] = useState(() => new Date());
  const part = now.getHours() < 12 ? 'morning' : now.getHours() < 18 ? 'afternoon' : 'evening';
  const [name = person.name] = person.name.split(' ');
  const needs = home?.needs ?? [];
  const minutes = needs.reduce((sum, { kind }) => sum + minutesOf[kind], 0);
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.greeting}>{text('home.greeting', { part, name })}</h1>
        <Corner />
      </div>
      <p className={classes.today}>
        {text('home.today', { day: longDay(now), count: needs.length, minutes: needs.length === 0 ? 0 : minutes })}
      </p>
    </>
  );
};

/** What each takes, roughly: reading is short, telling is longer. */
const minutesOf: Readonly<Record<NeedKind, number>> = {
  answered: 3,
  'what-happened': 5,
  mentioned: 3,
  replied: 2,
  'outcome-told': 1,
  unanswered: 5,
  reported: 3,
};

const Needs = ({ needs }: { needs: readonly Need[] }) => {
  const show = useToast();
  useKeys({
    e: () => {
      const focused = document.activeElement?.getAttribute('data-need');
      const need = needs.find(({ kind, threadId }) => `${kind} ${threadId}` === focused);
      if (!need) return;
      void putAway(need);
      show({ text: text('home.put-away-done'), undo: { label: text('app.undo'), act: () => void takeBack(need) } });
    },
  });
  return (
    <section aria-labelledby="needs">
      <h2 className={classes.heading} id="needs">
        {text('home.needs')}
      </h2>
      <NeedRows needs={needs} />
    </section>
  );
};

const News = ({ home: { news, since, hasMoreNews } }: { home: HomeView }) => {
  const messages = news.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  return (
    <section aria-labelledby="news">
      <div className={classes.newsHead}>
        <h2 className={classes.heading} id="news">
          {text('home.new-since', { since: shortTime(since) })}
        </h2>
        <p className={classes.count}>{text('home.new-count', { conversations: news.length, messages })}</p>
      </div>
      <NewsGroups news={news} />
      <p className={classes.end}>
        {text(hasMoreNews ? 'home.more-news' : 'home.end')} <Link to="/communities">{text('home.browse')}</Link>
      </p>
    </section>
  );
};

const Quiet = () => {
  const isMember = useMyCommunities().length > 0;
  return (
    <EmptyState
      title={text(isMember ? 'home.quiet-title' : 'home.start-title')}
      text={text(isMember ? 'home.quiet-text' : 'home.start-text')}
      action={<BrowseLink to="/communities">{text('home.browse')}</BrowseLink>}
    />
  );
};
