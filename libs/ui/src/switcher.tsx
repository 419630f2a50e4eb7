import { Kbd } from './kbd.tsx';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import classes from './switcher.module.css';

export interface SwitcherItem {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly detail?: ReactNode;
  readonly onChoose: () => void;
}

export interface SwitcherGroup {
  readonly label: string;
  readonly items: readonly SwitcherItem[];
}

interface SwitcherProps {
  readonly title: string;
  readonly placeholder: string;
  readonly nothing: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly groups: readonly SwitcherGroup[];
  readonly foot: ReactNode;
  readonly onClose: () => void;
}

/** Goes anywhere by typing (ARIA combobox with a listbox). What matches is bold and underlined. */
export const Switcher = ({ title, placeholder, nothing, query, onQuery, groups, foot, onClose }: SwitcherProps) => {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const [active, setActive] = useState(0);
  const items = groups.flatMap((group) => group.items);
  useEffect(() => element.current?.showModal(), []);

  const choose = (item: SwitcherItem | undefined) => {
    if (!item) return;
    element.current?.close();
    item.onChoose();
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(items[active]);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || items.length === 0) return;
    event.preventDefault();
    setActive((index) => (index + step + items.length) % items.length);
  };

  return (
    <dialog
      ref={element}
      className={classes.switcher}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === element.current && element.current.close()}
    >
      <div className={classes.panel}>
        <input
          className={classes.input}
          role="combobox"
          aria-label={title}
          aria-expanded={items.length > 0}
          aria-controls={id}
          aria-activedescendant={items[active] ? `${id}-${items[active].id}` : undefined}
          aria-autocomplete="list"
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setActive(0);
            onQuery(event.target.value);
          }}
          onKeyDown={move}
        />
        <div id={id} role="listbox" aria-label={title} className={classes.list}>
          {items.length === 0 && <p className={classes.nothing}>{nothing}</p>}
          {groups.map(
            (group) =>
              group.items.length > 0 && (
                <div key={group.label} role="group" aria-label={group.label}>
                  <p className={classes.heading} aria-hidden="true">
                    {group.label}
                  </p>
                  {group.items.map((item) => (
                    <div
                      key={item.id}
                      id={`${id}-${item.id}`}
                      role="option"
                      aria-selected={items[active] === item}
                      className={classes.item}
                      onClick={() => choose(item)}
                      onPointerMove={() => setActive(items.indexOf(item))}
                    >
                      {item.icon}
                      <span className={classes.label}>
                        <Matched text={item.label} query={query} />
                      </span>
                      <span className={classes.detail}>{item.detail}</span>
                    </div>
                  ))}
                </div>
              ),
          )}
        </div>
        <div className={classes.foot}>{foot}</div>
      </div>
    </dialog>
  );
};

const Matched = ({ text, query }: { text: string; query: string }) => {
  const start = query === '' ? -1 : text.toLowerCase().indexOf(query.toLowerCase());
  if (start < 0) return text;
  return (
    <>
      {text.slice(0, start)}
      <b className={classes.match}>{text.slice(start, start + query.length)}</b>
      {text.slice(start + query.length)}
    </>
  );
};

/** Keys and what they do. */
export const KeyList = ({ keys }: { keys: readonly { readonly keys: readonly string[]; readonly text: string }[] }) => (
  <dl className={classes.keyList}>
    {keys.map((entry) => (
      <div key={entry.text}>
        <dt>
          {entry.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </dt>
        <dd>{entry.text}</dd>
      </div>
    ))}
  </dl>
);
