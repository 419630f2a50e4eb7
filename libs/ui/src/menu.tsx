import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import classes from './menu.module.css';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDanger?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** A row of signs above the entries: what is done most often. */
  readonly quick?: readonly { readonly sign: string; readonly label: string; readonly onChoose: () => void }[];
  readonly children: ReactNode;
  readonly className?: string;
}

const moves: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A button that opens a menu (ARIA menu button pattern) on the browser's own popover: Esc and a click outside close it. */
export const Menu = ({ label, entries, quick = [], children, className }: MenuProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const anchor = `--menu${id.replaceAll(/\W/g, '')}`;
  const items = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];

  const move = (event: KeyboardEvent) => {
    const next = moves[event.key];
    if (!next) return;
    event.preventDefault();
    const all = items();
    const index = all.findIndex((item) => item === document.activeElement);
    all[next(index, all.length)]?.focus();
  };

  const choose = (act: () => void) => () => {
    list.current?.hidePopover();
    act();
  };

  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        popoverTarget={id}
        className={className ?? classes.trigger}
        style={{ anchorName: anchor }}
      >
        {children}
      </button>
      <div
        id={id}
        ref={list}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={classes.menu}
        style={{ positionAnchor: anchor }}
        onKeyDown={move}
        onToggle={(event) => event.newState === 'open' && items()[0]?.focus()}
      >
        {quick.length > 0 && (
          <div role="group" aria-label={label} className={classes.quick}>
            {quick.map(({ sign, label: name, onChoose }) => (
              <button
                key={sign}
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-label={name}
                className={classes.sign}
                onClick={choose(onChoose)}
              >
                {sign}
              </button>
            ))}
          </div>
        )}
        {entries.map((entry) => (
          <button
            key={entry.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={classes.entry}
            data-danger={entry.isDanger}
            onClick={choose(entry.onChoose)}
          >
            {entry.icon}
            {entry.label}
          </button>
        ))}
      </div>
    </>
  );
};
