import type { ReactNode } from 'react';
import { StateGlyph, type GlyphState } from './state-glyph.tsx';
import classes from './state-line.module.css';

export interface Step {
  readonly state: GlyphState;
  readonly label: string;
  /** When it was reached; null while it is still to come. */
  readonly at: ReactNode | null;
  readonly isNow: boolean;
}

/** The way of an issue: each step with its day, the one it stands at in full, those to come in grey. */
export const StateLine = ({ label, steps }: { label: string; steps: readonly Step[] }) => (
  <ol className={classes.line} aria-label={label}>
    {steps.map(({ state, label, at, isNow }) => (
      <li
        key={state}
        className={classes.step}
        data-place={isNow ? 'now' : at === null ? 'ahead' : 'passed'}
        aria-current={isNow ? 'step' : undefined}
      >
        {isNow ? <StateGlyph state={state} /> : <span className={classes.dot} aria-hidden="true" />}
        <span className={classes.label}>{label}</span>
        {at !== null && <span className={classes.at}>{at}</span>}
      </li>
    ))}
  </ol>
);
