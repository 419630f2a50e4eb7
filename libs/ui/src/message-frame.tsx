import type { ReactNode } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { Avatar } from './avatar.tsx';
import { joinClasses } from './join-classes.ts';
import classes from './message-frame.module.css';
import { UnitTile, type UnitLook } from './unit-tile.tsx';

interface MessageFrameProps {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  /** The name as a link; without it, the name alone. */
  readonly nameLink?: ReactNode;
  readonly unit: UnitLook | null;
  readonly isHere?: boolean;
  /** Behind the name: time, "edited", "sending". */
  readonly meta: ReactNode;
  readonly before?: ReactNode;
  readonly toolbar?: ReactNode;
  readonly after?: ReactNode;
  readonly state?: 'sent' | 'sending' | 'failed' | 'deleted';
  readonly isMarked?: boolean;
  /** The word for a message that helped; it also gets a bar at its side. */
  readonly helpedLabel?: string | undefined;
  readonly children: ReactNode;
}

/** One message: no bubble, no zebra, no divider. Its tools show when it is pointed at or focused. */
export const MessageFrame = (props: MessageFrameProps) => (
  <article
    id={props.id}
    aria-label={props.label}
    tabIndex={-1}
    data-state={props.state ?? 'sent'}
    className={joinClasses(classes.message, props.isMarked && classes.marked, props.helpedLabel && classes.helped)}
  >
    <Avatar name={props.name} hue={props.unit?.hue} isHere={props.isHere ?? false} />
    <div className={classes.content}>
      <header className={classes.head}>
        <span className={classes.name}>{props.nameLink ?? props.name}</span>
        {props.unit && <UnitTile unit={props.unit} />}
        {props.unit && <span className={classes.unit}>{props.unit.name}</span>}
        <span className={classes.meta}>{props.meta}</span>
        {props.helpedLabel && (
          <span className={classes.helpedWord}>
            <IconCheck size={14} stroke={2} aria-hidden="true" />
            {props.helpedLabel}
          </span>
        )}
      </header>
      {props.before}
      <div className={classes.body} dir="auto">
        {props.children}
      </div>
      {props.after}
    </div>
    {props.toolbar && <div className={classes.toolbar}>{props.toolbar}</div>}
  </article>
);

interface ReactionChipProps {
  readonly emoji: string;
  readonly count: number;
  readonly isMine: boolean;
  readonly label: string;
  readonly onToggle: () => void;
  readonly isDisabled?: boolean;
}

export const ReactionChip = ({ emoji, count, isMine, label, onToggle, isDisabled = false }: ReactionChipProps) => (
  <button
    type="button"
    className={classes.reaction}
    aria-pressed={isMine}
    aria-label={label}
    title={label}
    disabled={isDisabled}
    onClick={onToggle}
  >
    <span aria-hidden="true">{emoji}</span> {count}
  </button>
);

export const ReactionRow = ({ children }: { children: ReactNode }) => <div className={classes.reactions}>{children}</div>;

/** The line before the first unread message. */
export const UnreadLine = ({ label, action }: { label: string; action: ReactNode }) => (
  <div className={classes.unreadLine}>
    <h2 className={classes.unreadLabel}>{label}</h2>
    <span className={classes.unreadRule} />
    {action}
  </div>
);

export const DateLine = ({ label }: { label: string }) => (
  <div className={classes.dateLine}>
    <h2 className={classes.dateLabel}>{label}</h2>
  </div>
);

/** The message a reply names, above it. */
export const ReplyLine = ({ name, excerpt, href, onGo }: { name: string; excerpt: string; href: string; onGo: () => void }) => (
  <a
    className={classes.replyLine}
    href={href}
    onClick={(event) => {
      event.preventDefault();
      onGo();
    }}
  >
    <strong>{name}</strong> {excerpt}
  </a>
);

interface FailedLineProps {
  /** Caution while it is tried again by itself, danger when it was refused. */
  readonly tone: 'caution' | 'danger';
  readonly text: string;
  readonly children: ReactNode;
}

/** Says that a message did not go out, what is safe and what can be done. */
export const FailedLine = ({ tone, text, children }: FailedLineProps) => (
  <div className={classes.failed} data-tone={tone} role="alert">
    <p>{text}</p>
    <div className={classes.failedActions}>{children}</div>
  </div>
);
