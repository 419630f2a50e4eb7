import { useId, useRef, useState, type ReactNode } from 'react';
import classes from './emoji-menu.module.css';
import { text } from './texts.ts';
import { useEmoji, usualEmoji } from './use-emoji.ts';

interface EmojiMenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isDisabled?: boolean;
  readonly onChoose: (emoji: string) => void;
}

/** The usual emoji at hand, every other by its name. */
export const EmojiMenu = ({ label, icon, isDisabled = false, onChoose }: EmojiMenuProps) => {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const anchor = `--emoji${id.replaceAll(/\W/g, '')}`;
  return (
    <>
      <button
        type="button"
        className={classes.trigger}
        popoverTarget={id}
        aria-label={label}
        title={label}
        disabled={isDisabled}
        style={{ anchorName: anchor }}
      >
        {icon}
      </button>
      <div id={id} ref={panel} popover="auto" role="dialog" aria-label={label} className={classes.panel} style={{ positionAnchor: anchor }}>
        <EmojiChoice
          onChoose={(emoji) => {
            panel.current?.hidePopover();
            onChoose(emoji);
          }}
        />
      </div>
    </>
  );
};

const EmojiChoice = ({ onChoose }: { onChoose: (emoji: string) => void }) => {
  const [letters, setLetters] = useState('');
  const found = useEmoji(letters.length > 1 ? letters : null);
  const shown = letters.length > 1 ? found : usualEmoji.map((emoji) => ({ emoji, name: emoji }));
  return (
    <>
      <input
        type="search"
        className={classes.search}
        aria-label={text('emoji.search')}
        placeholder={text('emoji.search')}
        value={letters}
        onChange={(event) => setLetters(event.target.value)}
      />
      <div className={classes.grid}>
        {shown.map(({ emoji, name }) => (
          <button
            key={name}
            type="button"
            className={classes.emoji}
            title={name === emoji ? undefined : name}
            onClick={() => onChoose(emoji)}
          >
            {emoji}
          </button>
        ))}
        {shown.length === 0 && <p className={classes.nothing}>{text('emoji.nothing')}</p>}
      </div>
    </>
  );
};
