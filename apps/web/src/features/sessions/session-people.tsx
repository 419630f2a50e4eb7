import { useInfiniteQuery } from '@tanstack/react-query';
import { listMembers } from '@landbridge/contract/communities';
import type { SessionPerson, SessionView } from '@landbridge/contract/sessions';
import { hasBegun } from '@landbridge/domain/sessions';
import { Avatar, Button, Choice, UnitChip } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { useNow } from '../../platform/use-now.ts';
import { PersonLink } from '../people/index.ts';
import classes from './sessions.module.css';
import { text } from './texts.ts';
import { useRecording } from './use-recording.ts';
import { useSessionPeople } from './use-sessions.ts';

/** Who took part, who comes and who cannot, by name. Leaders write down who took part once it has begun. */
export const SessionPeople = ({ session }: { session: SessionView }) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useSessionPeople(session);
  const now = useNow();
  if (!session.can.seePeople) return <p className={classes.quiet}>{text('session.members-see')}</p>;
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  const people = data?.pages.flatMap((page) => page.people) ?? [];
  const isOn = hasBegun(session, now) && session.cancelledAt === null;
  return (
    <>
      <People title={text('session.took-part')} people={people.filter(({ tookPart }) => tookPart)} />
      <People title={text('session.coming')} people={people.filter(({ isComing, tookPart }) => isComing === true && !tookPart)} />
      <People title={text('session.not-coming')} people={people.filter(({ isComing }) => isComing === false)} />
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
      {isOn && session.can.record && (
        <Recording
          session={session}
          tookPart={people.filter((person) => person.tookPart)}
          shownSeq={isPlaceholderData ? session.seq - 1 : session.seq}
        />
      )}
    </>
  );
};

const People = ({ title, people }: { title: string; people: readonly SessionPerson[] }) =>
  people.length > 0 && (
    <section className={classes.people}>
      <h2>{title}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id} className={classes.person}>
            <Avatar name={person.name} hue={person.unit?.hue} size={28} />
            <PersonLink person={person} />
            {person.unit && <UnitChip unit={person.unit} />}
          </li>
        ))}
      </ul>
    </section>
  );

interface RecordingProps {
  readonly session: SessionView;
  readonly tookPart: readonly SessionPerson[];
  /** The session's `seq` to which they belong. */
  readonly shownSeq: number;
}

/** Every member with a box: ticked, they took part. */
const Recording = ({ session, tookPart, shownSeq }: RecordingProps) => {
  const recording = useRecording(session, shownSeq);
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['members', session.community.id, 'of-session'],
    queryFn: ({ pageParam }) =>
      callRoute(listMembers, { params: { communityId: session.community.id }, query: { cursor: pageParam, limit: 100 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
  return (
    <fieldset className={classes.record}>
      <legend>{text('session.record')}</legend>
      <p className={classes.quiet}>{text('session.record-hint')}</p>
      <div className={classes.boxes}>
        {data?.pages
          .flatMap((page) => page.members)
          .map((member) => (
            <Choice
              key={member.id}
              type="checkbox"
              label={member.name}
              checked={recording.isHere(
                member.id,
                tookPart.some(({ id }) => id === member.id),
              )}
              onChange={(event) => recording.set(member.id, event.target.checked)}
            />
          ))}
      </div>
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
    </fieldset>
  );
};
