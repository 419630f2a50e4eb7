import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import { UnitTile, type UnitLook } from './unit-tile.tsx';
import classes from './unit-strip.module.css';

interface StripUnit {
  readonly id: string;
  readonly unit: UnitLook;
  /** "Since 12 Nov", "Spoke just now", "Not heard yet". */
  readonly note: ReactNode;
  readonly hasSpoken: boolean;
  /** It first spoke while one was looking. */
  readonly isNew: boolean;
}

/** Units as equals: blocks of one width in the order of their first word, joined by land where both have spoken. */
export const UnitStrip = ({ label, units }: { label: string; units: readonly StripUnit[] }) => (
  <ol className={classes.strip} aria-label={label}>
    {units.map(({ id, unit, note, hasSpoken, isNew }) => (
      <li key={id} data-hue={unit.hue} className={joinClasses(classes.unit, hasSpoken && classes.spoken, isNew && classes.isNew)}>
        <span className={classes.name}>
          <UnitTile unit={unit} isOutlined={!hasSpoken} />
          <span className={classes.text}>{unit.name}</span>
        </span>
        <span className={classes.note}>{note}</span>
      </li>
    ))}
  </ol>
);
