import { Fragment, type ReactNode } from 'react';
import type { ThreadId } from '@landbridge/contract';
import type { ThreadPage } from '@landbridge/contract/threads';
import { Button, DateLine, FailedLine, MessageFrame, UnreadLine, useToast } from '@landbridge/ui';
import { Time } from '../../platform/time.tsx';
import { dayLabel, isSameDay } from '../../platform/times.ts';
import { AttachedFiles } from '../files/index.ts';
import { useMe } from '../identity/index.ts';
import classes from './message-list.module.css';
import { Message, type MessageActions } from './message.tsx';
import { forgetOutgoing, restoreOutgoing, retryOutgoing, type OutgoingMessage } from './outgoing.ts';
import { text } from './texts.ts';

interface MessageListProps extends MessageActions {
  readonly page: ThreadPage;
  readonly outgoing: readonly OutgoingMessage[];
  readonly hereIds: ReadonlySet<string>;
  readonly markedId: string | null;
  readonly editingId: string | null;
  /** Position of the last message read when the thread was opened; null draws no line. */
  readonly unreadAfter: number | null;
  readonly onEditOutgoing: (message: OutgoingMessage) => void;
  /** Stands where later messages are not loaded. */
  readonly newer: ReactNode;
}

/** A stretch of the conversation: days, the first unread line, messages, and what is on its way. */
export const MessageList = (props: MessageListProps) => {
  const { page, outgoing, hereIds, markedId, editingId, unreadAfter, onEditOutgoing, newer, ...acts } = props;
  const posted = new Set(page.messages.map((message) => message.clientId));
  return (
    <div className={classes.list}>
      {page.messages.map((message, index) => {
        const before = page.messages[index - 1];
        const isFirstUnread = unreadAfter !== null && message.position === unreadAfter + 1;
        return (
          <Fragment key={message.id}>
            {isFirstUnread && (
              <UnreadLine
                label={text('thread.unread-line', { count: page.thread.lastPosition - unreadAfter })}
                action={
                  <button type="button" className={classes.unreadAction} onClick={() => acts.onMarkUnread(message.position)}>
                    {text('thread.mark-unread')}
                  </button>
                }
              />
            )}
            {(!before || !isSameDay(before.postedAt, message.postedAt)) && (
              <DateLine label={dayLabel(message.postedAt, text('thread.today'))} />
            )}
            <Message
              {...acts}
              message={message}
              thread={page.thread}
              isHere={hereIds.has(message.author.id)}
              isMarked={markedId === message.id}
              isEditing={editingId === message.id}
            />
          </Fragment>
        );
      })}
      {newer}
      {outgoing
        .filter((message) => !posted.has(message.clientId))
        .map((message) => (
          <Outgoing key={message.clientId} message={message} threadId={page.thread.id} onEdit={onEditOutgoing} />
        ))}
    </div>
  );
};

interface OutgoingProps {
  readonly message: OutgoingMessage;
  readonly threadId: ThreadId;
  readonly onEdit: (message: OutgoingMessage) => void;
}

/** A message that the server does not have yet. Its author can send it again, take it back or let it go; the last can be undone. */
const Outgoing = ({ message, threadId, onEdit }: OutgoingProps) => {
  const { person } = useMe();
  const show = useToast();
  const { state, markdown, files } = message;
  const takeBack = () => {
    forgetOutgoing(threadId, message.clientId);
    onEdit(message);
  };
  const discard = () => {
    forgetOutgoing(threadId, message.clientId);
    show({ text: text('message.discarded'), undo: { label: text('app.undo'), act: () => restoreOutgoing(threadId, message) } });
  };
  return (
    <MessageFrame
      id={`outgoing-${message.clientId}`}
      label={text('message.label', { name: person.name, at: text('message.sending') })}
      name={person.name}
      unit={person.unit}
      state={state === 'failed' ? 'failed' : 'sending'}
      meta={
        <>
          <Time at={message.writtenAt} />
          {state === 'sending' && text('message.sending')}
        </>
      }
      after={
        state !== 'sending' && (
          <FailedLine
            tone={state === 'failed' ? 'danger' : 'caution'}
            text={state === 'failed' ? text('message.failed', { reason: message.reason ?? '' }) : text('message.waiting')}
          >
            <Button size="small" onClick={() => retryOutgoing(threadId, message)}>
              {text('message.retry')}
            </Button>
            <Button size="small" variant="quiet" onClick={takeBack}>
              {text('message.edit')}
            </Button>
            <Button size="small" variant="quiet" onClick={discard}>
              {text('message.discard')}
            </Button>
          </FailedLine>
        )
      }
    >
      {markdown !== '' && <p className={classes.outgoing}>{markdown}</p>}
      <AttachedFiles files={files} />
    </MessageFrame>
  );
};
