import { createLink } from '@tanstack/react-router';
import { isLeader } from '@landbridge/domain/communities';
import type { CommunityView } from '@landbridge/contract/communities';
import type { SessionSide } from '@landbridge/contract/sessions';
import { Button, ButtonLink, EmptyState, SkeletonRows } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { Agenda } from './agenda.tsx';
import classes from './sessions.module.css';
import { text } from './texts.ts';
import { useSessions } from './use-sessions.ts';

const PlanLink = createLink(ButtonLink);

/** The sessions of a community: those ahead with answers, those past with who took part. */
export const CommunitySessions = ({ community }: { community: CommunityView }) => {
  const ahead = useSessions({ side: 'ahead', show: 'all', communityId: community.id });
  const past = useSessions({ side: 'past', show: 'all', communityId: community.id });
  const isEmpty = [ahead, past].every(({ data }) => data?.pages[0]?.sessions.length === 0);
  const plan = isLeader(community.myRole) && (
    <PlanLink to="/sessions/new" search={{ community: community.id }}>
      {text('session.plan')}
    </PlanLink>
  );
  if (isEmpty)
    return (
      <EmptyState
        title={text('session.none-title')}
        text={text(plan ? 'session.none-leader' : 'session.none-text')}
        action={plan || undefined}
      />
    );
  return (
    <>
      {plan && <div className={classes.tools}>{plan}</div>}
      <Side title={text('calendar.ahead')} none={text('session.none-ahead')} side="ahead" found={ahead} />
      <Side title={text('calendar.past')} none={text('calendar.none-past')} side="past" found={past} />
    </>
  );
};

interface SideProps {
  readonly title: string;
  readonly none: string;
  readonly side: SessionSide;
  readonly found: ReturnType<typeof useSessions>;
}

const Side = ({ title, none, side, found }: SideProps) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found;
  const sessions = data?.pages.flatMap((page) => page.sessions) ?? [];
  return (
    <section aria-label={title}>
      {data && sessions.length === 0 && <p className={classes.quiet}>{none}</p>}
      {!data && !error && <SkeletonRows rows={3} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <Agenda sessions={sessions} side={side} showsCommunity={false} />
      {hasNextPage && (
        <Button variant="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
    </section>
  );
};
