import { joinClasses } from './join-classes.ts';
import classes from './unit-tile.module.css';

export interface UnitLook {
  readonly name: string;
  readonly code: string;
  readonly hue: number;
}

/** A unit: a square with two letters. Its name is told to whoever cannot see it. */
export const UnitTile = ({ unit, isOutlined = false }: { unit: UnitLook; isOutlined?: boolean }) => (
  <span
    className={joinClasses(classes.tile, isOutlined && classes.outlined)}
    data-hue={unit.hue}
    role="img"
    aria-label={unit.name}
    title={unit.name}
  >
    {unit.code}
  </span>
);

/** Tile and name. */
export const UnitChip = ({ unit }: { unit: UnitLook }) => (
  <span className={classes.chip}>
    <span className={classes.tile} data-hue={unit.hue} aria-hidden="true">
      {unit.code}
    </span>
    {unit.name}
  </span>
);
