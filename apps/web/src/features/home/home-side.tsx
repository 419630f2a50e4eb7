import { useQuery } from '@tanstack/react-query';
import { createLink, Link } from '@tanstack/react-router';
import { IconPencilPlus } from '@tabler/icons-react';
import type { HomeView } from '@landbridge/contract/home';
import { listSessions, type SessionRow } from '@landbridge/contract/sessions';
import { ButtonLink, Kbd } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { postKey } from '../../platform/keys.ts';
import { exactTime, timeAhead } from '../../platform/times.ts';
import classes from './home-side.module.css';
import { text } from './texts.ts';

const PostLink = createLink(ButtonLink);
const mostSessions = 4;

/** What stands beside what needs somebody: posting, the next sessions, and who asks to join. */
export const HomeSide = ({ requests }: { requests: HomeView['requests'] }) => {
  const { data } = useQuery({
    queryKey: ['sessions', 'next'],
    queryFn: () => callRoute(listSessions, { query: { show: 'mine', limit: mostSessions } }),
    staleTime: 0,
  });
  const sessions = data?.sessions ?? [];
  return (
    <>
      <div className={classes.post}>
        <PostLink to="/issues/new" search={{}}>
          <IconPencilPlus size={18} stroke={1.6} aria-hidden="true" />
          {text('home.post')}
        </PostLink>
        <p className={classes.hint}>
          {text('home.post-key-before')} <Kbd>{postKey}</Kbd> {text('home.post-key-after')}
        </p>
      </div>
      {requests.length > 0 && (
        <section className={classes.section} aria-labelledby="home-requests">
          <h2 id="home-requests">{text('home.requests')}</h2>
          <ul>
            {requests.map(({ community, count }) => (
              <li key={community.id}>
                <Link to="/communities/$communityId" params={{ communityId: community.id }} search={{}} className={classes.row}>
                  <span className={classes.title}>{community.name}</span>
                  <span className={classes.facts}>{text('home.request-count', { count })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sessions.length > 0 && (
        <section className={classes.section} aria-labelledby="home-sessions">
          <h2 id="home-sessions">{text('home.sessions')}</h2>
          <ul>
            {sessions.map((session) => (
              <li key={session.id}>
                <SessionLink session={session} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const SessionLink = ({ session: { id, at, title, community, isComing } }: { session: SessionRow }) => (
  <Link to="/sessions/$sessionId" params={{ sessionId: id }} className={classes.row}>
    <time dateTime={at} title={exactTime(at)} className={classes.time}>
      {timeAhead(at)}
    </time>
    <span className={classes.title}>{title}</span>
    <span className={classes.facts}>
      {community.name} · {text(isComing === null ? 'home.session-open' : isComing ? 'home.session-coming' : 'home.session-not-coming')}
    </span>
  </Link>
);
