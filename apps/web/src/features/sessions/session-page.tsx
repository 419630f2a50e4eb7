import { Link } from '@tanstack/react-router';
import { IconCalendarPlus, IconCalendarX, IconChevronRight, IconDots, IconPencil, IconRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { pathFor, type SessionId } from '@landbridge/contract';
import { cancelSession, getSessionCalendar, resumeSession, type SessionView } from '@landbridge/contract/sessions';
import { isOver } from '@landbridge/domain/sessions';
import { Bar, ButtonLink, Menu, Notice, Page, SkeletonRows, useToast, type MenuEntry } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { dayLabel, exactTime, timeSpan } from '../../platform/times.ts';
import { useNow } from '../../platform/use-now.ts';
import { useTitle } from '../../platform/use-title.ts';
import { AnswerSession } from './answer-session.tsx';
import { EditSessionDialog } from './edit-session-dialog.tsx';
import { SessionPeople } from './session-people.tsx';
import classes from './sessions.module.css';
import { text } from './texts.ts';
import { putSession, useSession } from './use-sessions.ts';

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

/** One session: when and where, who comes, and afterwards who took part. */
export const SessionPage = ({ id }: { id: SessionId }) => {
  const { data: session, error, refetch } = useSession(id);
  useTitle(session?.title ?? text('calendar.title'));
  if (error)
    return (
      <Page>
        <ProblemState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!session)
    return (
      <Page>
        <SkeletonRows rows={6} label={text('app.loading')} />
      </Page>
    );
  return (
    <>
      <SessionBar session={session} />
      {session.cancelledAt && <Notice tone="caution">{text('session.cancelled-notice')}</Notice>}
      <Page>
        <When session={session} />
        {session.notes && (
          <p className={classes.notes} dir="auto">
            {session.notes}
          </p>
        )}
        <SessionPeople session={session} />
      </Page>
    </>
  );
};

const When = ({ session }: { session: SessionView }) => {
  const { title, at, minutes, place, can, cancelledAt, comingCount, notComingCount } = session;
  const now = useNow();
  const isPast = isOver(session, now);
  const isAnswerable = can.answer && cancelledAt === null && !isPast;
  return (
    <header className={classes.when}>
      <p className={classes.meta}>
        <time dateTime={at} title={exactTime(at)}>
          {dayLabel(at, text('session.today'))}, {timeSpan(at, minutes)}
        </time>
      </p>
      <h1 dir="auto">{title}</h1>
      {place && <p className={classes.place}>{placeOf(place)}</p>}
      <p className={classes.meta}>
        {text(isPast ? 'session.answers-before' : 'session.answers', { coming: comingCount, cannot: notComingCount })}
      </p>
      {isAnswerable && <AnswerSession session={session} />}
    </header>
  );
};

const placeOf = (place: string) =>
  /^https?:\/\/\S+$/.test(place) ? (
    <a href={place} target="_blank" rel="noreferrer">
      {place}
    </a>
  ) : (
    place
  );

const SessionBar = ({ session }: { session: SessionView }) => {
  const show = useToast();
  const [isEditing, setEditing] = useState(false);
  const params = { sessionId: session.id };
  const fail = (error: unknown) => show({ text: problemText(error) });
  const resume = () => void callRoute(resumeSession, { params }).then(putSession, fail);
  const cancel = async () => {
    try {
      putSession(await callRoute(cancelSession, { params }));
      show({ text: text('session.cancelled-toast'), undo: { label: text('app.undo'), act: resume } });
    } catch (error) {
      fail(error);
    }
  };
  const entries: MenuEntry[] = session.can.edit
    ? [
        { label: text('session.edit'), icon: <IconPencil {...icon} />, onChoose: () => setEditing(true) },
        session.cancelledAt
          ? { label: text('session.resume'), icon: <IconRotate {...icon} />, onChoose: resume }
          : { label: text('session.cancel'), icon: <IconCalendarX {...icon} />, onChoose: () => void cancel() },
      ]
    : [];
  return (
    <Bar
      actions={
        <>
          <ButtonLink href={pathFor(getSessionCalendar.path, params)} download>
            <IconCalendarPlus {...icon} />
            {text('session.to-calendar')}
          </ButtonLink>
          {entries.length > 0 && (
            <Menu label={text('session.actions')} entries={entries}>
              <IconDots {...icon} />
            </Menu>
          )}
        </>
      }
    >
      <Link to="/communities/$communityId" params={{ communityId: session.community.id }} search={{ tab: 'sessions' }}>
        {session.community.name}
      </Link>
      <IconChevronRight size={14} aria-hidden="true" />
      <span>{session.title}</span>
      {isEditing && <EditSessionDialog session={session} onClose={() => setEditing(false)} />}
    </Bar>
  );
};
