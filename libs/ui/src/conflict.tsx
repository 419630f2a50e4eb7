import classes from './conflict.module.css';

/** Whoever saves second reads here what the first one wrote; their own text stays in the fields below. */
export const Conflict = ({ note, children }: { note: string; children: string }) => (
  <div className={classes.conflict} role="alert">
    <p>{note}</p>
    {children !== '' && <pre dir="auto">{children}</pre>}
  </div>
);
