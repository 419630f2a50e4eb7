import { createContext, useContext, type AnchorHTMLAttributes, type ReactNode } from 'react';
import classes from './app-frame.module.css';
import { joinClasses } from './join-classes.ts';
import { Menu, type MenuEntry } from './menu.tsx';

interface AppFrameProps {
  readonly skipLabel: string;
  readonly rail: ReactNode;
  readonly bottomBar: ReactNode;
  /** On phones, at the right end of each page's bar. */
  readonly corner: ReactNode;
  readonly children: ReactNode;
}

const CornerContext = createContext<ReactNode>(null);

/** What the frame put into the corner, for a page without a bar. */
export const Corner = () => <div className={classes.corner}>{useContext(CornerContext)}</div>;

/** Rail at the left (icons alone on narrow desktops), bottom bar on phones, and the sheet that holds the work. */
export const AppFrame = ({ skipLabel, rail, bottomBar, corner, children }: AppFrameProps) => (
  <div className={classes.frame}>
    <a href="#main" className={classes.skip}>
      {skipLabel}
    </a>
    {rail}
    <CornerContext value={corner}>
      <div className={classes.sheet}>{children}</div>
    </CornerContext>
    {bottomBar}
  </div>
);

interface RailProps {
  readonly label: string;
  readonly head: ReactNode;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

export const Rail = ({ label, head, foot, children }: RailProps) => (
  <nav className={classes.rail} aria-label={label}>
    <div className={classes.railHead}>{head}</div>
    <div className={classes.railBody}>{children}</div>
    <div className={classes.railFoot}>{foot}</div>
  </nav>
);

interface RailItemProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: string | undefined;
}

/** A place. It is current when the router says so (`aria-current`). */
export const RailItem = ({ icon, label, count, className, ...rest }: RailItemProps) => (
  <a {...rest} className={joinClasses(classes.item, className)} title={label} data-counted={count !== undefined}>
    {icon}
    <span className={classes.itemLabel}>{label}</span>
    {count && <span className={classes.count}>{count}</span>}
  </a>
);

/** A place that phones reach from the corner. */
export const CornerItem = ({ icon, label, count, className, ...rest }: RailItemProps) => (
  <a {...rest} className={joinClasses(classes.cornerItem, className)} aria-label={label} title={label}>
    <span className={classes.bottomIcon}>
      {icon}
      {count && <span className={classes.bottomCount}>{count}</span>}
    </span>
  </a>
);

interface RailCommunityProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly name: string;
  readonly hasNews: boolean;
  /** Said to screen readers when there is news. */
  readonly newsLabel: string;
  readonly count?: string | undefined;
}

export const RailCommunity = ({ name, hasNews, newsLabel, count, className, ...rest }: RailCommunityProps) => (
  <a {...rest} className={joinClasses(classes.community, className)}>
    <span
      className={hasNews ? classes.dot : classes.noDot}
      role={hasNews ? 'img' : undefined}
      aria-label={hasNews ? newsLabel : undefined}
    />
    <span className={classes.communityName}>{name}</span>
    {count && <span className={classes.count}>{count}</span>}
  </a>
);

export const RailHeading = ({ children }: { children: ReactNode }) => <h2 className={classes.railHeading}>{children}</h2>;
export const RailDivider = () => <hr className={classes.divider} />;

interface FindBoxProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
  readonly onOpen: () => void;
}

export const FindBox = ({ label, keys, icon, onOpen }: FindBoxProps) => (
  <button type="button" className={classes.find} onClick={onOpen} title={label} aria-keyshortcuts="Meta+K Control+K">
    {icon}
    <span className={classes.itemLabel}>{label}</span>
    <kbd className={classes.findKeys} aria-hidden="true">
      {keys}
    </kbd>
  </button>
);

export const BottomBar = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav className={classes.bottomBar} aria-label={label}>
    {children}
  </nav>
);

interface BottomBarItemProps extends RailItemProps {
  /** What one comes for: on a ground of its own, and the whole cell is the target. */
  readonly isMain?: boolean;
}

export const BottomBarItem = ({ icon, label, count, isMain = false, className, ...rest }: BottomBarItemProps) => (
  <a {...rest} className={joinClasses(classes.bottomItem, className)}>
    <span className={isMain ? classes.bottomMain : classes.bottomIcon}>
      {icon}
      {count && <span className={classes.bottomCount}>{count}</span>}
    </span>
    {label}
  </a>
);

/** Places for which the bar has no room. */
export const BottomBarMore = ({ icon, label, entries }: { icon: ReactNode; label: string; entries: readonly MenuEntry[] }) => (
  <Menu label={label} entries={entries} className={joinClasses(classes.bottomItem, classes.bottomMore)}>
    <span className={classes.bottomIcon}>{icon}</span>
    {label}
  </Menu>
);

interface BarProps {
  /** Breadcrumb; no page title in the bar and the page both. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

export const Bar = ({ children, actions }: BarProps) => (
  <header className={classes.bar}>
    <div className={classes.crumbs}>{children}</div>
    <div className={classes.barActions}>
      {actions}
      <Corner />
    </div>
  </header>
);

interface PageProps {
  readonly children: ReactNode;
  readonly side?: ReactNode;
  readonly kind?: 'wide' | 'thread';
}

/** Content of 1080 px at most; a side column that moves under the header on tablets. */
export const Page = ({ children, side, kind = 'wide' }: PageProps) => (
  <main id="main" tabIndex={-1} className={joinClasses(classes.page, side ? classes[kind] : undefined)}>
    <div className={classes.main}>{children}</div>
    {side && <aside className={classes.side}>{side}</aside>}
  </main>
);

interface SplitPageProps {
  readonly children: ReactNode;
  readonly chart: ReactNode;
  /** The left side holds more than a form. */
  readonly isWide?: boolean;
}

/** Form left, chart right; the chart goes on narrow screens. */
export const SplitPage = ({ children, chart, isWide = false }: SplitPageProps) => (
  <div className={joinClasses(classes.split, isWide && classes.splitWide)}>
    <main id="main" className={classes.splitForm}>
      {children}
    </main>
    <div className={classes.splitChart}>{chart}</div>
  </div>
);
