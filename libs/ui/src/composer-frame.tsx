import type { DragEventHandler, ReactNode } from 'react';
import classes from './composer-frame.module.css';

export interface FileDrop {
  readonly isOver: boolean;
  readonly handlers: Readonly<Record<'onDragOver' | 'onDragLeave' | 'onDrop', DragEventHandler>>;
}

interface ComposerFrameProps {
  /** A message is sent from here; a field belongs to a form, and its tools stand above the text. */
  readonly kind?: 'message' | 'field';
  /** Of a text of pages: the field has room for some, and grows with it. */
  readonly isLong?: boolean;
  readonly isWrong?: boolean;
  /** Takes what is dragged over it, and shows that it does. */
  readonly drop?: FileDrop | undefined;
  readonly label: string;
  readonly above?: ReactNode;
  readonly toolbar: ReactNode;
  readonly status: ReactNode;
  /** Above the foot, also on phones: what sending does besides. */
  readonly hint?: ReactNode;
  readonly send: ReactNode;
  readonly children: ReactNode;
}

/** Surface, text, toolbar, status and the one filled button. The frame wears the focus of its text field. */
export const ComposerFrame = ({
  kind = 'message',
  isLong = false,
  isWrong = false,
  drop,
  label,
  above,
  toolbar,
  status,
  hint,
  send,
  children,
}: ComposerFrameProps) => (
  <section
    className={classes.composer}
    data-kind={kind}
    data-long={isLong}
    data-wrong={isWrong}
    data-over={drop?.isOver}
    aria-label={label}
    {...drop?.handlers}
  >
    {above}
    <div className={classes.text}>{children}</div>
    {hint && <p className={classes.hint}>{hint}</p>}
    <div className={classes.foot}>
      <div className={classes.tools} role="toolbar" aria-label={label}>
        {toolbar}
      </div>
      <span className={classes.status}>{status}</span>
      {send}
    </div>
  </section>
);

export const ToolDivider = () => <span className={classes.divider} />;

/** What the message answers, above the text, with a way out. */
export const ComposerContext = ({ children, action }: { children: ReactNode; action: ReactNode }) => (
  <div className={classes.context}>
    <span className={classes.contextText}>{children}</span>
    {action}
  </div>
);

interface SuggestionsProps {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly { readonly id: string; readonly content: ReactNode }[];
  readonly active: number;
  readonly onChoose: (index: number) => void;
}

/** Completion above the text (ARIA listbox); the text field keeps the focus and names the active one. */
export const Suggestions = ({ id, label, entries, active, onChoose }: SuggestionsProps) => (
  <div id={id} role="listbox" aria-label={label} className={classes.suggestions}>
    {entries.map((entry, index) => (
      <div
        key={entry.id}
        id={`${id}-${index}`}
        role="option"
        aria-selected={index === active}
        className={classes.suggestion}
        onPointerDown={(event) => {
          event.preventDefault();
          onChoose(index);
        }}
      >
        {entry.content}
      </div>
    ))}
  </div>
);
