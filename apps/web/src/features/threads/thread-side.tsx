import { Link } from '@tanstack/react-router';
import { IconPin } from '@tabler/icons-react';
import type { PersonSummary } from '@landbridge/contract/people';
import type { CrossUnitView, ThreadPage, ThreadView } from '@landbridge/contract/threads';
import { UnitChip } from '@landbridge/ui';
import { PersonLink } from '../people/index.ts';
import { messagePath } from './message-acts.ts';
import { text } from './texts.ts';
import classes from './thread-page.module.css';

interface ThreadSideProps {
  readonly page: ThreadPage;
  readonly onGoTo: (messageId: string) => void;
}

/** What the thread wants to find out, who looks after it, and what is pinned. */
export const ThreadSide = ({ page, onGoTo }: ThreadSideProps) => {
  const { crossUnit } = page.thread;
  return (
    <aside className={classes.side}>
      {crossUnit ? <AcrossUnits crossUnit={crossUnit} /> : <InCommunity page={page} />}
      <Pinned thread={page.thread} onGoTo={onGoTo} />
      {crossUnit && <Closing closedAs={crossUnit.closedAs} />}
    </aside>
  );
};

const AcrossUnits = ({ crossUnit: { question, convener, units, people } }: { crossUnit: CrossUnitView }) => (
  <>
    {question && (
      <>
        <h2 className={classes.sideHeading}>{text('thread.question')}</h2>
        <p className={classes.question} dir="auto">
          {question}
        </p>
      </>
    )}
    <p className={classes.sideLabel}>{text('thread.convened')}</p>
    <p>
      <PersonAndUnit person={convener} />
    </p>
    <p className={classes.sideLabel}>{text('thread.owned')}</p>
    <p>{text('thread.owned-by-none', { count: units.length })}</p>
    {people.length > 0 && (
      <>
        <p className={classes.sideLabel}>{text('thread.also')}</p>
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              <PersonAndUnit person={person} />
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

const InCommunity = ({ page }: { page: ThreadPage }) => {
  const { community, openedBy, importedFrom } = page.thread;
  const units = unitsIn(page);
  return (
    <>
      {community && (
        <>
          <p className={classes.sideLabel}>{text('thread.in')}</p>
          <p>
            <Link to="/communities/$communityId" params={{ communityId: community.id }} search={{}} className={classes.link}>
              {community.name}
            </Link>
          </p>
        </>
      )}
      <p className={classes.sideLabel}>{text('thread.opened')}</p>
      <p>
        <PersonAndUnit person={openedBy} />
      </p>
      {importedFrom !== null && <p className={classes.quiet}>{text('thread.imported', { source: importedFrom })}</p>}
      {units.length > 0 && (
        <>
          <p className={classes.sideLabel}>{text('thread.units')}</p>
          <ul className={classes.units}>
            {units.map((unit) => (
              <li key={unit.id}>
                <UnitChip unit={unit} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

export const Pinned = ({ thread, onGoTo }: { thread: ThreadView; onGoTo: (messageId: string) => void }) => {
  if (thread.pinned.length === 0) return null;
  return (
    <section aria-label={text('thread.pinned')}>
      <h2 className={classes.sideHeading}>{text('thread.pinned')}</h2>
      <ul className={classes.pins}>
        {thread.pinned.map((pin) => (
          <li key={pin.messageId}>
            <a
              href={messagePath(thread, pin.messageId)}
              onClick={(event) => {
                event.preventDefault();
                onGoTo(pin.messageId);
              }}
            >
              <IconPin size={14} stroke={1.6} aria-hidden="true" /> {pin.excerpt || text('message.hidden')}
              <small>{pin.author.name}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Closing = ({ closedAs }: { closedAs: CrossUnitView['closedAs'] }) => (
  <>
    <h2 className={classes.sideHeading}>{text('thread.closing')}</h2>
    <p className={classes.sideText}>{closedAs ? text(`thread.closed-as-${closedAs}`) : text('thread.closing-text')}</p>
  </>
);

export const PersonAndUnit = ({ person }: { person: PersonSummary }) => (
  <>
    <PersonLink person={person} className={classes.person} />
    {person.unit && `, ${person.unit.name}`}
  </>
);

/** In the order of their first word. Only where the whole thread is loaded: of a part nothing could be said. */
export const unitsIn = ({ messages, hasOlder, hasNewer }: ThreadPage) => {
  if (hasOlder || hasNewer) return [];
  return [...new Map(messages.flatMap(({ author }) => (author.unit ? [[author.unit.id, author.unit] as const] : []))).values()];
};
