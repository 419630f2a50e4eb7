import { Link } from '@tanstack/react-router';
import type { ThreadPage } from '@landbridge/contract/threads';
import { UnitChip } from '@landbridge/ui';
import { text } from '../../platform/texts.ts';
import classes from './thread-page.module.css';

/** Where the thread is at home, who opened it, and which units have spoken. */
export const ThreadSide = ({ page }: { page: ThreadPage }) => {
  const { community, openedBy } = page.thread;
  const units = unitsIn(page);
  return (
    <aside className={classes.side}>
      <p className={classes.sideLabel}>{text('thread.in')}</p>
      <p>
        <Link to="/communities/$communityId" params={{ communityId: community.id }} search={{}} className={classes.link}>
          {community.name}
        </Link>
      </p>
      <p className={classes.sideLabel}>{text('thread.opened')}</p>
      <p>
        <Link to="/people/$personId" params={{ personId: openedBy.id }} className={classes.person}>
          {openedBy.name}
        </Link>
        {openedBy.unit && `, ${openedBy.unit.name}`}
      </p>
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
    </aside>
  );
};

/** In the order of their first word. Only where the whole thread is loaded: of a part nothing could be said. */
const unitsIn = ({ messages, hasOlder, hasNewer }: ThreadPage) => {
  if (hasOlder || hasNewer) return [];
  return [...new Map(messages.flatMap(({ author }) => (author.unit ? [[author.unit.id, author.unit] as const] : []))).values()];
};
