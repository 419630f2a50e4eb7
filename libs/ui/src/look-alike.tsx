import type { ReactNode } from 'react';
import classes from './look-alike.module.css';
import { StateGlyph, type GlyphState } from './state-glyph.tsx';
import { UnitTile, type UnitLook } from './unit-tile.tsx';

interface LookAlikeProps {
  readonly state: GlyphState;
  readonly stateLabel: string;
  readonly heading: ReactNode;
  /** "What helped" and its words; without it the line of an issue that waits for its answer. */
  readonly helped: { readonly label: string; readonly excerpt: string } | null;
  readonly waiting: string;
  readonly by: { readonly name: string; readonly unit: UnitLook | null };
  /** The best of them stands on a ground of its own. */
  readonly isBest: boolean;
  readonly actions?: ReactNode;
}

/** An issue somebody had before: shown beside the one that is being written, never in its way. */
export const LookAlike = ({ state, stateLabel, heading, helped, waiting, by, isBest, actions }: LookAlikeProps) => (
  <li className={classes.alike} data-best={isBest}>
    <StateGlyph state={state} label={stateLabel} />
    <div className={classes.content}>
      <h3 className={classes.heading} dir="auto">
        {heading}
      </h3>
      {helped ? (
        <>
          <p className={classes.label}>{helped.label}</p>
          <p className={classes.excerpt} dir="auto">
            {helped.excerpt}
          </p>
        </>
      ) : (
        <p className={classes.waiting}>{waiting}</p>
      )}
      <p className={classes.by}>
        {by.unit && <UnitTile unit={by.unit} />}
        {by.unit ? `${by.name}, ${by.unit.name}` : by.name}
      </p>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  </li>
);

export const LookAlikes = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={classes.list} aria-label={label}>
    {children}
  </ul>
);
