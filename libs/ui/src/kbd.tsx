import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import classes from './kbd.module.css';

/** A key. On a filled button it has no frame, and where there is no keyboard it is not shown. */
export const Kbd = ({ isOnFilled = false, children }: { isOnFilled?: boolean; children: ReactNode }) => (
  <kbd className={joinClasses(classes.kbd, isOnFilled && classes.onFilled)}>{children}</kbd>
);
