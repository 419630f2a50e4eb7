import classes from './mark.module.css';

/** The mark: two masses and a narrow strip. Decorative; the name stands beside it. */
export const Mark = ({ size = 22 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className={classes.mark}>
    <path d="M6 2h1.7a2.3 2.3 0 0 1 2.3 2.3v3.5a3 3 0 0 0 3 3h.2a1.4 1.4 0 0 0 1.4-1.4V7.8a2.3 2.3 0 0 1 2.3-2.3H18a5 5 0 0 1 5 5V17a5 5 0 0 1-5 5h-1.7a2.3 2.3 0 0 1-2.3-2.3v-3.5a3 3 0 0 0-3-3h-.2a1.4 1.4 0 0 0-1.4 1.4v1.6a2.3 2.3 0 0 1-2.3 2.3H6a5 5 0 0 1-5-5V7a5 5 0 0 1 5-5Z" />
  </svg>
);

export const Wordmark = ({ name }: { name: string }) => (
  <span className={classes.wordmark}>
    <Mark />
    {name}
  </span>
);
