import classes from './live-region.module.css';

/** Says something politely to a screen reader; shows nothing. */
export const LiveRegion = ({ text }: { text: string }) => (
  <div className={classes.region} role="status" aria-live="polite">
    {text}
  </div>
);

/** Text for screen readers alone. */
export const VisuallyHidden = ({ children }: { children: string }) => <span className={classes.region}>{children}</span>;
