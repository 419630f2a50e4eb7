import type { ReactNode } from 'react';
import classes from './work-order.module.css';

/** What an issue says, as a work order: a label and its text, between hairlines. */
export const WorkOrder = ({ children }: { children: ReactNode }) => <dl className={classes.order}>{children}</dl>;

interface WorkOrderRowProps {
  readonly label: string;
  /** Stakes are the one red word of the page. */
  readonly tone?: 'plain' | 'stakes';
  readonly children: ReactNode;
}

export const WorkOrderRow = ({ label, tone = 'plain', children }: WorkOrderRowProps) => (
  <div className={classes.row}>
    <dt className={classes.label} data-tone={tone}>
      {label}
    </dt>
    <dd className={classes.text} dir="auto">
      {children}
    </dd>
  </div>
);
