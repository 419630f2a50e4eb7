import { useMemo, useRef, useState, type ReactNode } from 'react';
import { IconArrowDown } from '@tabler/icons-react';
import type { MessageId } from '@landbridge/contract';
import { mostFiles } from '@landbridge/contract/files';
import type { MessageView, ThreadPage } from '@landbridge/contract/threads';
import { Button, ComposerContext, LiveRegion, Notice, useToast, type MenuEntry } from '@landbridge/ui';
import { readDraft } from '../../platform/drafts.ts';
import { useKeys } from '../../platform/keys.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { shortTime } from '../../platform/times.ts';
import { useDraft } from '../../platform/use-draft.ts';
import { useIsMember } from '../communities/index.ts';
import { useAttachments } from '../files/index.ts';
import { useMe } from '../identity/index.ts';
import { Composer, useComposerHandle } from './composer.tsx';
import { beginEdit } from './edit-draft.ts';
import { quoteBlock } from './markdown-edits.ts';
import { focusedMessage, moveMessageFocus, quotableWords } from './message-focus.ts';
import { MessageList } from './message-list.tsx';
import type { MessageExtras } from './message.tsx';
import { sendMessage, useOutgoing, type OutgoingMessage } from './outgoing.ts';
import { ReportedHere } from './reported-messages.tsx';
import { text } from './texts.ts';
import { ThreadBar } from './thread-bar.tsx';
import classes from './thread-page.module.css';
import { ThreadSide } from './thread-side.tsx';
import { ThreadStrip } from './thread-strip.tsx';
import { tellTyping, typingText } from './typing.ts';
import { useConversationPlace } from './use-conversation-place.ts';
import { useHeard } from './use-heard.ts';
import { useLiveThread } from './use-live-thread.ts';
import { useReadMark } from './use-read-mark.ts';
import { useReplyTarget } from './use-reply-target.ts';
import { loadNewer, loadOlder } from './use-thread.ts';

/** What something that has a conversation, as a practice issue does, shows in place of the thread's own head and side. */
export interface ConversationFrame {
  readonly name: string;
  readonly barActions: ReactNode;
  readonly barEntries: readonly MenuEntry[];
  readonly head: ReactNode;
  readonly side: (onGoTo: (messageId: string) => void) => ReactNode;
  /** Above the composer, where there is no room for the side. */
  readonly summary: (onGoTo: (messageId: string) => void) => ReactNode;
  readonly placeholder: string;
  readonly extrasOf: (message: MessageView) => MessageExtras;
}

interface ConversationProps {
  readonly page: ThreadPage;
  readonly messageId: MessageId | null;
  readonly onGoTo: (messageId: string) => void;
  readonly frame?: ConversationFrame;
}

/** An open thread: bar, messages, composer. What it knows comes from hooks; this lays it out. */
export const Conversation = ({ page, messageId, onGoTo, frame }: ConversationProps) => {
  const { thread, messages } = page;
  const { id } = thread;
  const me = useMe();
  const show = useToast();
  const outgoing = useOutgoing(id);
  const liveThread = useLiveThread(id, me.person.id);
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const place = useConversationPlace(page, messageId, { scroller, content }, frame !== undefined);
  const readMark = useReadMark(id, scroller);
  const draft = useDraft(`thread/${id}`);
  const attachments = useAttachments(`thread/${id}`);
  const reply = useReplyTarget(id);
  const composer = useComposerHandle();
  const [editingId, setEditingId] = useState<MessageId | null>(null);
  const isMember = useIsMember(thread.community?.id ?? null);
  const heard = useHeard(page, me.person.id);
  const hereIds = useMemo(() => new Set<string>(liveThread.here.map((person) => person.id)), [liveThread.here]);
  const complain = (error: unknown) => show({ text: problemText(error) });

  const goTo = (target: string) => {
    onGoTo(target);
    place.goTo(target).catch(complain);
  };
  const goToNewest = () => void place.goToNewest().catch(complain);
  const send = () => {
    sendMessage(id, { markdown: draft.text, replyToId: reply.target?.id ?? null, files: attachments.files });
    draft.setText('');
    attachments.set([]);
    reply.clear();
    goToNewest();
  };
  const replyTo = (message: MessageView) => {
    reply.set(message);
    composer.current?.focus();
  };
  const edit = (message: MessageView) => void beginEdit(message).then(() => setEditingId(message.id), complain);
  const quote = (message: MessageView) =>
    composer.current?.insert(quoteBlock({ id: message.id, authorName: message.author.name }, quotableWords(message)));
  const takeBack = (message: OutgoingMessage) => {
    draft.setText([readDraft(`thread/${id}`)?.text, message.markdown].filter(Boolean).join('\n\n'));
    attachments.set([...attachments.files, ...message.files].slice(0, mostFiles));
    composer.current?.focus();
  };
  const markUnread = (position: number) => {
    place.drawUnreadLine(position - 1);
    readMark.markUnreadFrom(position).then(() => show({ text: text('thread.marked-unread') }), complain);
  };
  useKeys({
    r: () => {
      const target = focusedMessage(messages) ?? messages.findLast(isShown);
      if (target && isShown(target) && thread.can.post) replyTo(target);
    },
    j: () => moveMessageFocus(1),
    k: () => moveMessageFocus(-1),
    e: () => {
      const isMine = (message: MessageView) => message.author.id === me.person.id && isShown(message);
      const focused = focusedMessage(messages);
      const own = focused && isMine(focused) ? focused : messages.findLast(isMine);
      if (own && thread.can.post) edit(own);
    },
  });

  return (
    <>
      <ThreadBar
        thread={thread}
        here={liveThread.here.filter((person) => person.id !== me.person.id)}
        hereCount={liveThread.hereCount}
        place={frame && { name: frame.name, actions: frame.barActions, entries: frame.barEntries }}
      />
      {thread.closedAt && <Notice tone="info">{text('thread.closed')}</Notice>}
      {!thread.closedAt && !thread.can.post && <Notice tone="info">{text('thread.community-ended')}</Notice>}
      {thread.can.moderate && <ReportedHere thread={thread} />}
      {liveThread.isLost && <Notice tone="danger">{text('thread.lost')}</Notice>}
      <main id="main" ref={scroller} tabIndex={-1} className={classes.scroller}>
        <div ref={content} className={classes.grid} data-framed={frame !== undefined}>
          {!frame && (
            <div className={classes.head}>
              <h1 dir="auto">{thread.title}</h1>
              {thread.crossUnit && <ThreadStrip units={thread.crossUnit.units} />}
            </div>
          )}
          <div className={classes.main}>
            {frame && <div className={classes.head}>{frame.head}</div>}
            {page.hasOlder && (
              <Button variant="quiet" size="small" onClick={() => void loadOlder(id).catch(complain)}>
                {text('thread.older')}
              </Button>
            )}
            <MessageList
              page={page}
              outgoing={outgoing}
              hereIds={hereIds}
              markedId={messageId}
              editingId={editingId}
              onEdit={edit}
              onEdited={() => setEditingId(null)}
              unreadAfter={place.unreadAfter}
              onReply={replyTo}
              onQuote={quote}
              onGoTo={goTo}
              onMarkUnread={markUnread}
              extrasOf={frame?.extrasOf}
              onEditOutgoing={takeBack}
              newer={
                page.hasNewer && (
                  <Button variant="quiet" size="small" onClick={() => void loadNewer(id).catch(complain)}>
                    {text('thread.show-newer')}
                  </Button>
                )
              }
            />
            <div className={classes.composer}>
              <p className={classes.typing}>{typingText(liveThread.writing.map((person) => person.name))}</p>
              {(page.hasNewer || !place.isEndShown) && (
                <Button className={classes.newest} onClick={goToNewest}>
                  <IconArrowDown size={16} aria-hidden="true" />
                  {text('thread.newest')}
                </Button>
              )}
              {frame && <div className={classes.summary}>{frame.summary(goTo)}</div>}
              {thread.can.post && !liveThread.isLost && (
                <Composer
                  ref={composer}
                  label={text('composer.label')}
                  threadId={id}
                  value={draft.text}
                  onChange={(value) => {
                    draft.setText(value);
                    tellTyping(id);
                  }}
                  onSend={send}
                  attachments={attachments}
                  onEscape={reply.clear}
                  sendLabel={text('composer.send')}
                  placeholder={frame?.placeholder ?? text('composer.placeholder')}
                  status={draft.keptAt && text('composer.kept', { at: shortTime(draft.keptAt) })}
                  hint={thread.community && isMember === false && text('thread.joins', { community: thread.community.name })}
                  above={
                    reply.target && (
                      <ComposerContext
                        action={
                          <Button size="small" variant="quiet" aria-label={text('composer.stop-reply')} onClick={reply.clear}>
                            ×
                          </Button>
                        }
                      >
                        {text('composer.replying', { name: reply.target.name, excerpt: reply.target.excerpt })}
                      </ComposerContext>
                    )
                  }
                />
              )}
            </div>
          </div>
          {frame ? <aside className={classes.side}>{frame.side(goTo)}</aside> : <ThreadSide page={page} onGoTo={goTo} />}
        </div>
      </main>
      <LiveRegion text={heard} />
    </>
  );
};

const isShown = (message: MessageView): boolean => !message.deletedAt && !message.hidden;
