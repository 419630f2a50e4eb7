import { useId, useState, type KeyboardEvent } from 'react';
import { IconX } from '@tabler/icons-react';
import classes from './choice-field.module.css';
import { joinClasses } from './join-classes.ts';
import tags from './tags-field.module.css';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface ChoiceFieldProps<One extends Named> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly chosen: readonly One[];
  readonly most: number;
  /** What was typed to find one. */
  readonly typed: string;
  readonly offered: readonly One[];
  /** Said when nothing is offered for what was typed; undefined while that is not known. */
  readonly noneLabel: string | undefined;
  readonly removeLabel: (name: string) => string;
  readonly onType: (typed: string) => void;
  readonly onChange: (chosen: One[]) => void;
}

/** Things that exist, chosen by name and shown as chips (ARIA combobox with a listbox). What is typed only finds them. */
export const ChoiceField = <One extends Named>(props: ChoiceFieldProps<One>) => {
  const { label, hint, error, chosen, most, typed, noneLabel, removeLabel, onType, onChange } = props;
  const id = useId();
  const [active, setActive] = useState(0);
  // It stays open when the focus goes: a button below must not move away under the pointer that presses it.
  const [isOpen, setOpen] = useState(false);
  const isFull = chosen.length >= most;
  const offered = isOpen && !isFull ? props.offered.filter((one) => !chosen.some((other) => other.id === one.id)) : [];
  const add = (one: One) => {
    onType('');
    setActive(0);
    setOpen(false);
    onChange([...chosen, one]);
  };
  const remove = (gone: Named) => onChange(chosen.filter((one) => one.id !== gone.id));

  const press = (event: KeyboardEvent) => {
    const one = offered[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (offered.length > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    } else if (event.key === 'Enter' && (one ?? typed !== '')) {
      // What the field stands in is not sent while somebody is choosing.
      event.preventDefault();
      if (one) add(one);
    } else if (event.key === 'Backspace' && typed === '') onChange(chosen.slice(0, -1));
    else if (event.key === 'Escape' && offered.length > 0) {
      event.preventDefault();
      setOpen(false);
    }
  };

  return (
    <div className={classes.whole}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <div className={joinClasses(tags.field, classes.field)}>
        {chosen.map((one) => (
          <span key={one.id} className={tags.tag} dir="auto">
            {one.name}
            <button type="button" aria-label={removeLabel(one.name)} title={removeLabel(one.name)} onClick={() => remove(one)}>
              <IconX size={14} stroke={1.6} aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={id}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={offered[active] ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-below`}
          aria-invalid={error !== undefined}
          autoComplete="off"
          maxLength={80}
          disabled={isFull}
          value={typed}
          onClick={() => setOpen(true)}
          onChange={(event) => {
            setOpen(true);
            setActive(0);
            onType(event.target.value);
          }}
          onKeyDown={press}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={label} className={classes.list} hidden={offered.length === 0}>
        {offered.map((one, index) => (
          <div
            key={one.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={tags.option}
            dir="auto"
            onPointerDown={(event) => {
              event.preventDefault();
              add(one);
            }}
          >
            {one.name}
          </div>
        ))}
      </div>
      <p id={`${id}-below`} className={error === undefined ? classes.hint : classes.error}>
        {error ?? (isOpen && typed.trim() !== '' && offered.length === 0 ? (noneLabel ?? hint) : hint)}
      </p>
    </div>
  );
};
