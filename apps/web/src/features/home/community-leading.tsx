import { useQuery } from '@tanstack/react-query';
import { createLink, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommunityId } from '@landbridge/contract';
import type { CommunityView } from '@landbridge/contract/communities';
import { getLeading, ring, type LeadingView } from '@landbridge/contract/home';
import { Avatar, ListRow, RowList, SkeletonRows, StateGlyph, UnitTile } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { roleName } from '../people/index.ts';
import { Time } from '../../platform/time.tsx';
import { CommunityReports } from './community-reports.tsx';
import classes from './community-leading.module.css';
import { text } from './texts.ts';

const RowLink = createLink(ListRow);

/** What a community needs from its leaders, on one screen: nobody is listed by what they do. */
export const CommunityLeading = ({ community: { id } }: { community: CommunityView }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['leading', id],
    queryFn: () => callRoute(getLeading, { params: { communityId: id } }),
    staleTime: 0,
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} label={text('app.loading')} />;
  return (
    <>
      <CommunityReports communityId={id} />
      <Needs communityId={id} view={data} />
      <Health health={data.health} />
    </>
  );
};

const Needs = ({ communityId, view: { unanswered, newcomers, requestCount } }: { communityId: CommunityId; view: LeadingView }) => (
  <section className={classes.section} aria-labelledby="leading-needs">
    <h2 id="leading-needs">{text('leading.needs')}</h2>
    {unanswered.length + newcomers.length + requestCount === 0 && <p className={classes.quiet}>{text('leading.nothing')}</p>}
    {requestCount > 0 && <p className={classes.quiet}>{text('leading.requests', { count: requestCount })}</p>}
    <RowList label={text('leading.needs')}>
      {unanswered.map((issue) => (
        <li key={issue.id}>
          <RowLink
            to="/issues/$issueId"
            params={{ issueId: issue.id }}
            search={{}}
            glyph={<StateGlyph state={issue.isUrgent ? 'urgent' : issue.state} />}
            heading={issue.title}
            isNew
            reason={text('leading.unanswered', { name: issue.asker.name })}
            tiles={issue.asker.unit && <UnitTile unit={issue.asker.unit} />}
            time={<Time at={issue.postedAt} />}
          />
        </li>
      ))}
      {newcomers.map(({ person, joinedAt, messageId }) => (
        <li key={person.id}>
          <RowLink
            {...(messageId
              ? { to: '/messages/$messageId' as const, params: { messageId } }
              : { to: '/communities/$communityId' as const, params: { communityId }, search: { tab: 'conversation' as const } })}
            glyph={<Avatar name={person.name} hue={person.unit?.hue} size={24} />}
            heading={person.name}
            reason={text(messageId ? 'leading.newcomer-spoke' : 'leading.newcomer')}
            tiles={person.unit && <UnitTile unit={person.unit} />}
            time={<Time at={joinedAt} />}
          />
        </li>
      ))}
    </RowList>
  </section>
);

const Health = ({ health }: { health: LeadingView['health'] }) => (
  <section className={classes.section} aria-labelledby="leading-health">
    <h2 id="leading-health">{text('leading.health')}</h2>
    <p className={classes.quiet}>{text('leading.window')}</p>
    <dl className={classes.facts}>
      <Fact name={text('leading.issues')}>
        {text('leading.issues-count', { open: health.openIssueCount, waiting: health.unansweredCount })}
      </Fact>
      <Fact name={text('leading.outcomes')}>{text('leading.outcomes-count', { count: health.outcomeCount })}</Fact>
      <Fact name={text('leading.sessions')}>
        {text('leading.sessions-count', { held: health.sessionsHeld, ahead: health.sessionsAhead })}{' '}
        <Link to="/calendar" className={classes.link}>
          {text('leading.calendar')}
        </Link>
      </Fact>
      <Fact name={text('leading.roles')}>
        {health.openRoles.length === 0
          ? text('leading.roles-full')
          : text('leading.roles-open', { roles: health.openRoles.map(roleName).join(', ') })}
      </Fact>
      <Fact name={text('leading.rings')}>
        {health.rings ? (
          <ul>
            {ring.options.map((each) => (
              <li key={each}>
                {text(`leading.ring-${each}`)}: {health.rings?.[each] ?? text('leading.too-few')}
              </li>
            ))}
          </ul>
        ) : (
          text('leading.small')
        )}
      </Fact>
    </dl>
  </section>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
