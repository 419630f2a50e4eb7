import type { ReactNode } from 'react';
import { Contour } from './contour.tsx';
import { joinClasses } from './join-classes.ts';
import classes from './states.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}

/** Says what belongs here and offers the first action. */
export const EmptyState = ({ title, text, action }: EmptyStateProps) => (
  <div className={classes.empty}>
    <Contour kind="small" />
    <p className={classes.emptyTitle}>{title}</p>
    {text && <p className={classes.emptyText}>{text}</p>}
    {action}
  </div>
);

interface ErrorStateProps {
  readonly title: string;
  readonly text: string;
  readonly reference?: string | undefined;
  readonly action?: ReactNode;
}

/** What happened, what is safe, what to do; the last line is for the administrator. */
export const ErrorState = ({ title, text, reference, action }: ErrorStateProps) => (
  <div className={classes.error} role="alert">
    <h2 className={classes.errorTitle}>{title}</h2>
    <p className={classes.errorText}>{text}</p>
    {action && <div className={classes.errorAction}>{action}</div>}
    {reference && <p className={classes.reference}>{reference}</p>}
  </div>
);

/** Rows in the final layout, fading downwards, still. */
export const SkeletonRows = ({ rows, label, kind = 'row' }: { rows: number; label: string; kind?: 'row' | 'message' }) => (
  <div role="status" aria-label={label} className={classes.skeleton}>
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} className={joinClasses(classes.bone, classes[kind])} style={{ opacity: 1 - index / (rows + 1) }}>
        {kind === 'message' && <span className={classes.boneCircle} />}
        <span className={classes.boneLines}>
          <span className={classes.boneLong} />
          <span className={classes.boneShort} />
        </span>
      </div>
    ))}
  </div>
);

/** A bar across the page: offline, closed, read-only. */
export const Notice = ({ tone, children, action }: { tone: 'caution' | 'info' | 'danger'; children: ReactNode; action?: ReactNode }) => (
  <div role="status" className={joinClasses(classes.notice, classes[tone])}>
    <span>{children}</span>
    {action}
  </div>
);
