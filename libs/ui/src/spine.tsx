import type { ReactNode } from 'react';
import { IconArrowRight } from '@tabler/icons-react';
import { Avatar } from './avatar.tsx';
import classes from './spine.module.css';
import { UnitTile, type UnitLook } from './unit-tile.tsx';

/** Answers "did it help?" beside the conversation: what helped, what changed, what comes next, on one line. */
export const Spine = ({ label, children }: { label: string; children: ReactNode }) => (
  <ol className={classes.spine} aria-label={label}>
    {children}
  </ol>
);

interface SpineNodeProps {
  readonly heading: string;
  readonly place: 'reached' | 'result' | 'ahead';
  readonly children: ReactNode;
}

export const SpineNode = ({ heading, place, children }: SpineNodeProps) => (
  <li className={classes.node} data-place={place}>
    <h2 className={classes.heading}>{heading}</h2>
    {children}
  </li>
);

export const SpineText = ({ children }: { children: ReactNode }) => <p className={classes.text}>{children}</p>;

/** What changed: it is meant to last, hence serif. */
export const SpineResult = ({ children }: { children: ReactNode }) => (
  <div className={classes.result} dir="auto">
    {children}
  </div>
);

interface HelpedEntryProps {
  readonly excerpt: string;
  readonly name: string;
  readonly unit: UnitLook | null;
  readonly href: string;
  readonly onGo: () => void;
}

/** One message that helped, and whose it is. */
export const HelpedEntry = ({ excerpt, name, unit, href, onGo }: HelpedEntryProps) => (
  <div className={classes.helped}>
    <a
      className={classes.excerpt}
      href={href}
      dir="auto"
      onClick={(event) => {
        event.preventDefault();
        onGo();
      }}
    >
      {excerpt}
    </a>
    <p className={classes.by}>
      <Avatar name={name} hue={unit?.hue} size={24} />
      {name}
      {unit && <UnitTile unit={unit} />}
    </p>
  </div>
);

export interface Figure {
  readonly value: string;
  /** What the value is of: "mean loss, three towers". */
  readonly of: string;
}

interface BeforeAfterProps {
  readonly before: Figure;
  readonly after: Figure;
  /** Tells the two apart for whoever cannot see the arrow. */
  readonly labels: { readonly before: string; readonly after: string };
}

/** A figure then and now. The one says what the other is compared with. */
export const BeforeAfter = ({ before, after, labels }: BeforeAfterProps) => (
  <div className={classes.figures}>
    <FigurePart label={labels.before} figure={before} />
    <IconArrowRight size={16} stroke={1.6} aria-hidden="true" className={classes.arrow} />
    <FigurePart label={labels.after} figure={after} />
  </div>
);

const FigurePart = ({ label, figure }: { label: string; figure: Figure }) => (
  <div className={classes.figure}>
    <span className={classes.figureLabel}>{label}</span>
    <p className={classes.value}>{figure.value}</p>
    <p className={classes.of} dir="auto">
      {figure.of}
    </p>
  </div>
);
