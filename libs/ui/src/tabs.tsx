import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import classes from './tabs.module.css';

interface TabsProps {
  readonly label: string;
  /** Many of them stay in one line that moves sideways; few go on in a second one. */
  readonly scrolls?: boolean;
  readonly children: ReactNode;
}

/** Views of one place, each with an address of its own. */
export const Tabs = ({ label, scrolls = false, children }: TabsProps) => (
  <nav className={joinClasses(classes.tabs, scrolls && classes.scrolls)} aria-label={label}>
    {children}
  </nav>
);

/** The one that is open has `aria-current="page"`. */
export const Tab = ({ className, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) => (
  <a {...rest} className={joinClasses(classes.tab, className)}>
    {children}
  </a>
);
