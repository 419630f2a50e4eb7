import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import {
  IconArrowBackUp,
  IconBlockquote,
  IconBooks,
  IconDots,
  IconEye,
  IconEyeOff,
  IconFlag,
  IconFlagOff,
  IconHistory,
  IconLink,
  IconMailOff,
  IconMoodPlus,
  IconPencil,
  IconPin,
  IconTrash,
} from '@tabler/icons-react';
import type { MessageView, ThreadView } from '@landbridge/contract/threads';
import { messageAbilities } from '@landbridge/domain/threads';
import { IconButton, Menu, MessageFrame, ReactionChip, ReactionRow, ReplyLine, useToast, type MenuEntry } from '@landbridge/ui';
import { copyText } from '../../platform/copy-text.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import { shortTime } from '../../platform/times.ts';
import { AttachedFiles } from '../files/index.ts';
import { useMe } from '../identity/index.ts';
import { PersonLink } from '../people/index.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditMessage } from './edit-message.tsx';
import { EmojiMenu } from './emoji-menu.tsx';
import { HiddenPlace } from './hidden-place.tsx';
import { HideDialog } from './hide-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { messageActs, messagePath } from './message-acts.ts';
import { MessageHtml } from './message-html.tsx';
import { moderationActs } from './moderation-acts.ts';
import moderation from './moderation.module.css';
import { ReportDialog } from './report-dialog.tsx';
import { text } from './texts.ts';
import { usualEmoji } from './use-emoji.ts';

/** What the place of a conversation adds to a message, as a practice issue does to what helped. */
export interface MessageExtras {
  readonly helpedLabel?: string | undefined;
  readonly entries: readonly MenuEntry[];
}

export interface MessageActions {
  readonly extrasOf?: ((message: MessageView) => MessageExtras) | undefined;
  readonly onEdit: (message: MessageView) => void;
  readonly onEdited: () => void;
  readonly onReply: (message: MessageView) => void;
  readonly onQuote: (message: MessageView) => void;
  readonly onGoTo: (messageId: string) => void;
  readonly onMarkUnread: (position: number) => void;
}

const quickCount = 6;

interface MessageProps extends MessageActions {
  readonly message: MessageView;
  readonly thread: ThreadView;
  readonly isHere: boolean;
  readonly isMarked: boolean;
  readonly isEditing: boolean;
}

export const Message = ({ message, thread, isHere, isMarked, isEditing, ...acts }: MessageProps) => {
  const { onEdit, onEdited, onReply, onQuote, onGoTo, onMarkUnread } = acts;
  const extras = acts.extrasOf?.(message);
  const me = useMe();
  const router = useRouter();
  const show = useToast();
  const [dialog, setDialog] = useState<'delete' | 'history' | 'report' | 'hide' | null>(null);
  const can = messageAbilities(me.person.id, thread.can, message);
  const isDeleted = message.deletedAt !== null;
  const isHidden = !isDeleted && message.hidden !== null;
  const isGone = isDeleted || isHidden;
  const complain = (error: unknown) => show({ text: problemText(error) });
  const toggle = (emoji: string) => void messageActs.toggleReaction(message, emoji).catch(complain);
  const isPinned = thread.pinned.some((pinned) => pinned.messageId === message.id);
  const pin = () => void messageActs.togglePin(thread, message.id).catch(complain);
  const keep = () => void router.navigate({ to: '/library/new', search: { message: message.id, community: thread.community?.id } });
  const withdraw = () => void moderationActs.withdraw(message).then(() => show({ text: text('report.withdrawn') }), complain);
  const showAgain = () => void moderationActs.show(message.id).then(() => show({ text: text('hide.shown') }), complain);
  const copyLink = () => {
    void copyText(`${location.origin}${messagePath(thread, message.id)}`).then(() => show({ text: text('message.copied') }));
  };

  const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };
  const quick = can.react
    ? usualEmoji
        .slice(0, quickCount)
        .map((sign) => ({ sign, label: text('message.react-with', { emoji: sign }), onChoose: () => toggle(sign) }))
    : [];
  const report = { label: text('report.menu'), icon: <IconFlag {...icon} />, onChoose: () => setDialog('report') };
  const takeBack = { label: text('report.withdraw'), icon: <IconFlagOff {...icon} />, onChoose: withdraw };
  const moderationEntries: MenuEntry[] = [
    ...(can.report ? [message.isReported ? takeBack : report] : []),
    ...(can.hide && !isHidden ? [{ label: text('hide.menu'), icon: <IconEyeOff {...icon} />, onChoose: () => setDialog('hide') }] : []),
    ...(can.show && isHidden ? [{ label: text('hide.show'), icon: <IconEye {...icon} />, onChoose: showAgain }] : []),
  ];
  const entries: MenuEntry[] = [
    ...(isGone ? [] : (extras?.entries ?? [])),
    ...(can.reply ? [{ label: text('message.reply'), icon: <IconArrowBackUp {...icon} />, onChoose: () => onReply(message) }] : []),
    ...(can.quote ? [{ label: text('message.quote'), icon: <IconBlockquote {...icon} />, onChoose: () => onQuote(message) }] : []),
    { label: text('message.copy-link'), icon: <IconLink {...icon} />, onChoose: copyLink },
    ...(thread.can.post && !isGone ? [{ label: text('message.keep-in-library'), icon: <IconBooks {...icon} />, onChoose: keep }] : []),
    { label: text('thread.mark-unread'), icon: <IconMailOff {...icon} />, onChoose: () => onMarkUnread(message.position) },
    ...(message.editedAt && !isDeleted
      ? [{ label: text('message.history'), icon: <IconHistory {...icon} />, onChoose: () => setDialog('history') }]
      : []),
    ...(thread.can.pin && !isDeleted && (isPinned || !isHidden)
      ? [{ label: text(isPinned ? 'message.unpin' : 'message.pin'), icon: <IconPin {...icon} />, onChoose: pin }]
      : []),
    ...(can.edit ? [{ label: text('message.edit'), icon: <IconPencil {...icon} />, onChoose: () => onEdit(message) }] : []),
    ...moderationEntries,
    ...(can.delete
      ? [{ label: text('message.delete'), icon: <IconTrash {...icon} />, isDanger: true, onChoose: () => setDialog('delete') }]
      : []),
  ];

  return (
    <div data-position={message.position} id={`place-${message.id}`}>
      <MessageFrame
        id={`message-${message.id}`}
        label={text('message.label', { name: message.author.name, at: shortTime(message.postedAt) })}
        name={message.author.name}
        nameLink={<PersonLink person={message.author} />}
        unit={message.author.unit}
        isHere={isHere}
        isMarked={isMarked}
        helpedLabel={isGone ? undefined : extras?.helpedLabel}
        state={isGone ? 'deleted' : 'sent'}
        meta={
          <>
            <Time at={message.postedAt} />
            {message.editedAt && !isGone && <span title={shortTime(message.editedAt)}>{text('message.edited')}</span>}
          </>
        }
        before={
          message.replyTo && (
            <ReplyLine
              name={message.replyTo.author.name}
              excerpt={message.replyTo.excerpt ?? text('message.reply-gone')}
              href={messagePath(thread, message.replyTo.id)}
              onGo={() => message.replyTo && onGoTo(message.replyTo.id)}
            />
          )
        }
        toolbar={
          !isEditing && (
            <>
              {can.react && <EmojiMenu label={text('message.react')} onChoose={toggle} icon={<IconMoodPlus {...icon} />} />}
              {can.reply && (
                <IconButton label={text('message.reply')} onClick={() => onReply(message)}>
                  <IconArrowBackUp {...icon} />
                </IconButton>
              )}
              <Menu label={text('message.actions')} entries={entries} quick={quick}>
                <IconDots {...icon} />
              </Menu>
            </>
          )
        }
        after={
          <>
            {message.isReported && <p className={moderation.own}>{text('report.own')}</p>}
            {!isHidden && message.reactions.length > 0 && (
              <ReactionRow>
                {message.reactions.map((reaction) => (
                  <ReactionChip
                    key={reaction.emoji}
                    emoji={reaction.emoji}
                    count={reaction.count}
                    isMine={reaction.isMine}
                    isDisabled={!can.react}
                    label={text('message.reaction', { emoji: reaction.emoji, count: reaction.count, mine: String(reaction.isMine) })}
                    onToggle={() => toggle(reaction.emoji)}
                  />
                ))}
              </ReactionRow>
            )}
          </>
        }
      >
        {isDeleted && text('message.deleted')}
        {isHidden && <HiddenPlace message={message} thread={thread} mayRead={can.readHidden} onGoTo={onGoTo} />}
        {isEditing && !isHidden && <EditMessage message={message} onDone={onEdited} />}
        {!isGone && !isEditing && (
          <>
            {message.html !== '' && <MessageHtml html={message.html} named={message.named} onGoToMessage={onGoTo} />}
            <AttachedFiles files={message.files} />
          </>
        )}
      </MessageFrame>
      {dialog === 'delete' && <DeleteDialog message={message} onClose={() => setDialog(null)} />}
      {dialog === 'report' && <ReportDialog message={message} thread={thread} onClose={() => setDialog(null)} />}
      {dialog === 'hide' && <HideDialog message={message} onClose={() => setDialog(null)} />}
      {dialog === 'history' && <HistoryDialog messageId={message.id} onClose={() => setDialog(null)} />}
    </div>
  );
};
