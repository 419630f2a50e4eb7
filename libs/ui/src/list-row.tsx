import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import classes from './list-row.module.css';

interface ListRowProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'title'> {
  readonly heading: string;
  readonly reason: ReactNode;
  readonly glyph?: ReactNode;
  readonly tiles?: ReactNode;
  readonly time?: ReactNode;
  /** Figure of unread messages; null keeps its place empty, so that the columns of a list stay in line. */
  readonly unread?: { readonly count: number; readonly label: string } | null;
  readonly isNew?: boolean;
}

/** A thread or issue in a list: the whole row is the target. */
export const ListRow = ({ heading, reason, glyph, tiles, time, unread, isNew = false, className, ...rest }: ListRowProps) => (
  <a {...rest} className={joinClasses(classes.row, className)} data-row>
    {glyph && <span className={classes.glyph}>{glyph}</span>}
    <span className={classes.text}>
      <span className={joinClasses(classes.heading, isNew && classes.isNew)}>{heading}</span>
      <span className={classes.reason}>{reason}</span>
    </span>
    {tiles && <span className={classes.tiles}>{tiles}</span>}
    {time && <span className={classes.time}>{time}</span>}
    {unread && (
      <span className={classes.unread} role="img" aria-label={unread.label}>
        {unread.count}
      </span>
    )}
    {unread === null && <span className={classes.noUnread} />}
  </a>
);

/** The list itself; `label` names it for screen readers. */
export const RowList = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={classes.list} aria-label={label}>
    {children}
  </ul>
);
