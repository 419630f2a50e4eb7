import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { IconX } from '@tabler/icons-react';
import classes from './tags-field.module.css';

interface TagsFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly icon: ReactNode;
  /** As it is typed: tags with commas between, the last of them still being written. */
  readonly value: string;
  readonly most: number;
  /** Words that the one being written may become. */
  readonly suggestions: readonly string[];
  readonly removeLabel: (tag: string) => string;
  readonly onChange: (value: string) => void;
}

/** Words as chips (ARIA combobox with a listbox): a comma or Enter ends one, Backspace takes the last one away. */
export const TagsField = ({ label, placeholder, icon, value, most, suggestions, removeLabel, onChange }: TagsFieldProps) => {
  const id = useId();
  const { tags, typed } = partsOf(value);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const offered = isOpen && tags.length < most ? suggestions.filter((tag) => !tags.includes(tag)) : [];
  const put = (nextTags: readonly string[], nextTyped: string) => {
    setActive(-1);
    onChange([...nextTags, nextTyped].join(', '));
  };
  const add = (tag: string) => put([...tags.filter((one) => one !== tag), tag], '');

  const press = (event: KeyboardEvent) => {
    const chosen = offered[active] ?? typed.trim();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(stepped(active, event.key === 'ArrowDown' ? 1 : -1, offered.length));
    } else if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      if (chosen !== '') add(chosen);
    } else if (event.key === 'Backspace' && typed === '') put(tags.slice(0, -1), '');
    else if (event.key === 'Escape' && offered.length > 0) {
      // It closes the list and not what the field stands in.
      event.preventDefault();
      setOpen(false);
    }
  };

  return (
    <div className={classes.field} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      {icon}
      {tags.map((tag) => (
        <span key={tag} className={classes.tag} dir="auto">
          {tag}
          <button type="button" aria-label={removeLabel(tag)} title={removeLabel(tag)} onClick={() => put(without(tags, tag), typed)}>
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        title={label}
        placeholder={tags.length === 0 ? placeholder : undefined}
        disabled={tags.length >= most && typed === ''}
        maxLength={330}
        value={typed}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setOpen(true);
          put(tags, event.target.value.trimStart());
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={classes.list} hidden={offered.length === 0}>
        {offered.map((tag, index) => (
          <div
            key={tag}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.option}
            dir="auto"
            onPointerDown={(event) => {
              event.preventDefault();
              add(tag);
            }}
          >
            {tag}
          </div>
        ))}
      </div>
    </div>
  );
};

/** Tags that are done, and the one that is still being written. */
const partsOf = (value: string) => {
  const parts = value.split(',');
  const done = parts.slice(0, -1).map((tag) => tag.trim());
  return { tags: [...new Set(done.filter((tag) => tag !== ''))], typed: parts.at(-1)?.trimStart() ?? '' };
};

const without = (tags: readonly string[], tag: string): string[] => tags.filter((one) => one !== tag);

/** Past either end nothing is chosen: Enter takes what was typed. */
const stepped = (active: number, by: number, count: number): number => {
  const next = active + by;
  if (next < -1) return count - 1;
  return next >= count ? -1 : next;
};
