import type { ReactNode } from 'react';
import classes from './news-group.module.css';

/** What is new in one place: its name at the left, its rows beside it. */
export const NewsGroup = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <section className={classes.group}>
    <h3 className={classes.name}>{name}</h3>
    <ul className={classes.rows}>{children}</ul>
  </section>
);
