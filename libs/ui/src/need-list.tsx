import type { ReactNode } from 'react';
import classes from './need-list.module.css';

/** The one card of Home: what needs somebody, row by row. */
export const NeedList = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={classes.list} aria-label={label}>
    {children}
  </ul>
);

interface NeedRowProps {
  readonly icon: ReactNode;
  readonly tone: 'plain' | 'urgent';
  /** What kind of thing it is; the first row also has the accent bar. */
  readonly kind: string;
  readonly heading: ReactNode;
  readonly children: ReactNode;
  readonly reason: ReactNode;
  /** The next thing to do, then what is quieter. */
  readonly actions: ReactNode;
}

/** One thing that needs somebody: what, for whom, and why them. */
export const NeedRow = ({ icon, tone, kind, heading, children, reason, actions }: NeedRowProps) => (
  <li className={classes.row}>
    <span className={classes.icon} data-tone={tone} aria-hidden="true">
      {icon}
    </span>
    <div className={classes.text}>
      <p className={classes.kind} data-tone={tone}>
        {kind}
      </p>
      <h3 className={classes.heading} dir="auto">
        {heading}
      </h3>
      <p className={classes.what} dir="auto">
        {children}
      </p>
      <p className={classes.reason}>{reason}</p>
    </div>
    <div className={classes.actions}>{actions}</div>
  </li>
);
