import type { ReactNode } from 'react';
import classes from './notice-list.module.css';

/** What concerned somebody, row by row; `label` names the list for screen readers. */
export const NoticeList = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={classes.list} aria-label={label}>
    {children}
  </ul>
);

interface NoticeRowProps {
  readonly icon: ReactNode;
  /** The word for unread; null when it was read. */
  readonly unread: string | null;
  /** A link: the whole row is its target. */
  readonly heading: ReactNode;
  /** What happened. */
  readonly children: ReactNode;
  /** Where, and why one is told. */
  readonly reason: ReactNode;
  readonly tiles?: ReactNode;
  readonly time: ReactNode;
  readonly actions: ReactNode;
}

export const NoticeRow = ({ icon, unread, heading, children, reason, tiles, time, actions }: NoticeRowProps) => (
  <li className={classes.item}>
    <div className={classes.row} data-unread={unread !== null}>
      {unread === null ? <span /> : <span className={classes.dot} role="img" aria-label={unread} />}
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <div className={classes.text}>
        <p className={classes.heading} dir="auto">
          {heading}
        </p>
        <p className={classes.what} dir="auto">
          {children}
        </p>
        <p className={classes.reason}>{reason}</p>
      </div>
      <span className={classes.tiles}>{tiles}</span>
      <span className={classes.time}>{time}</span>
      <span className={classes.actions}>{actions}</span>
    </div>
  </li>
);
