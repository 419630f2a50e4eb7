import { createLink } from '@tanstack/react-router';
import type { SessionRow, SessionSide } from '@landbridge/contract/sessions';
import { ListRow } from '@landbridge/ui';
import { isOver } from '@landbridge/domain/sessions';
import { clockTime, dayLabel, exactTime, isSameDay } from '../../platform/times.ts';
import { useNow } from '../../platform/use-now.ts';
import { AnswerSession } from './answer-session.tsx';
import classes from './sessions.module.css';
import { text } from './texts.ts';

const RowLink = createLink(ListRow);

interface AgendaProps {
  readonly sessions: readonly SessionRow[];
  readonly side: SessionSide;
  readonly showsCommunity: boolean;
}

/** Sessions by day, in the reader's time zone. Members answer in the list. */
export const Agenda = ({ sessions, side, showsCommunity }: AgendaProps) => {
  const now = useNow();
  return (
    <>
      {daysOf(sessions).map((day) => (
        <section key={day.at} className={classes.day}>
          <h2 className={classes.dayName}>{dayLabel(day.at, text('session.today'))}</h2>
          <ul>
            {day.sessions.map((session) => (
              <li key={session.id} className={classes.row}>
                <RowLink
                  to="/sessions/$sessionId"
                  params={{ sessionId: session.id }}
                  className={classes.link}
                  glyph={
                    <time dateTime={session.at} title={exactTime(session.at)}>
                      {clockTime(session.at)}
                    </time>
                  }
                  heading={session.title}
                  reason={reasonOf(session, showsCommunity)}
                  time={stateOf(session, side)}
                />
                {canAnswer(session, now) && <AnswerSession session={session} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

const canAnswer = (session: SessionRow, now: Date): boolean =>
  session.myRole !== null && session.cancelledAt === null && !isOver(session, now);

const reasonOf = ({ community, place, minutes }: SessionRow, showsCommunity: boolean): string =>
  [showsCommunity ? community.name : '', text('session.minutes', { minutes }), place].filter((part) => part !== '').join(' · ');

const stateOf = ({ cancelledAt, comingCount, tookPartCount, tookPart }: SessionRow, side: SessionSide) => {
  if (cancelledAt) return <strong className={classes.cancelled}>{text('session.cancelled')}</strong>;
  if (side === 'ahead') return text('session.coming-count', { count: comingCount });
  return text(tookPart ? 'session.took-part-with-you' : 'session.took-part-count', { count: tookPartCount });
};

const daysOf = (sessions: readonly SessionRow[]): { at: string; sessions: SessionRow[] }[] => {
  const days: { at: string; sessions: SessionRow[] }[] = [];
  for (const session of sessions) {
    const last = days.at(-1);
    if (last && isSameDay(last.at, session.at)) last.sessions.push(session);
    else days.push({ at: session.at, sessions: [session] });
  }
  return days;
};
