import type { LiveEvent, PayloadOf, PersonId } from '@landbridge/contract';
import type {
  CrossUnitView,
  MessageView,
  Reaction,
  ThreadPage,
  messageDeleted,
  messageEdited,
  messageHidden,
  messagePosted,
  messageReacted,
  ownReportChanged,
  readStateChanged,
  threadChanged,
} from '@landbridge/contract/threads';
import { abilitiesWhen } from './thread-abilities.ts';

type Told<E extends LiveEvent> = { readonly name: E['name']; readonly payload: PayloadOf<E> };

/** A numbered event of one thread. */
export type ThreadEvent =
  | Told<typeof messagePosted>
  | Told<typeof messageEdited>
  | Told<typeof messageDeleted>
  | Told<typeof messageHidden>
  | Told<typeof messageReacted>
  | Told<typeof threadChanged>;

/**
 * The thread page after its next event. The caller has made sure that `seq` is the next one; an older event changes nothing.
 * Of the abilities (`can`) those follow that closing and reopening change.
 */
export const applyThreadEvent = (page: ThreadPage, event: ThreadEvent, viewerId: PersonId): ThreadPage => {
  if (event.payload.threadId !== page.thread.id || event.payload.seq <= page.thread.lastSeq) return page;
  const counted = { ...page, thread: { ...page.thread, lastSeq: event.payload.seq } };
  switch (event.name) {
    case 'thread.message-posted':
      return append(heard(counted, event.payload), event.payload.message);
    case 'thread.message-edited': {
      const { seq, messageId, version, editedAt, html, excerpt, named, files } = event.payload;
      const change = { version, editedAt, html, excerpt, named, files, hidden: null, changedSeq: seq };
      const edited = changeMessage(counted, messageId, (old) => ({ ...old, ...change }));
      return changePins(changeReplies(edited, messageId, excerpt), messageId, excerpt);
    }
    case 'thread.message-deleted': {
      const { seq, messageId, version, deletedAt } = event.payload;
      const deleted = changeMessage(counted, messageId, (old) => ({ ...purged(old), version, deletedAt, changedSeq: seq }));
      return changePins(changeReplies(deleted, messageId, null), messageId, null);
    }
    case 'thread.message-hidden': {
      const { seq, messageId, hidden } = event.payload;
      const withoutWords = changeMessage(counted, messageId, (old) => ({ ...wordless(old), hidden, changedSeq: seq }));
      return changePins(changeReplies(withoutWords, messageId, null), messageId, '');
    }
    case 'thread.message-reacted': {
      const { seq, messageId } = event.payload;
      return changeMessage(counted, messageId, (message) => ({
        ...message,
        reactions: react(message.reactions, event.payload, viewerId),
        changedSeq: seq,
      }));
    }
    case 'thread.changed': {
      const { title, version, closedAt, crossUnit, pinned } = event.payload;
      const can = abilitiesWhen(closedAt !== null, counted.thread.can);
      return { ...counted, thread: { ...counted.thread, title, version, closedAt, crossUnit, pinned, can } };
    }
  }
};

/** The strip of units after the first word of some of them: they come after those that spoke before, and before those that have not. */
const heard = (page: ThreadPage, { heardUnitIds, message }: PayloadOf<typeof messagePosted>): ThreadPage => {
  const { crossUnit } = page.thread;
  if (!crossUnit || heardUnitIds.length === 0) return page;
  const units = crossUnit.units.map((invited) =>
    heardUnitIds.includes(invited.unit.id) ? { ...invited, firstSpokeAt: message.postedAt } : invited,
  );
  return { ...page, thread: { ...page.thread, crossUnit: { ...crossUnit, units: units.toSorted(byFirstWord) } } };
};

const byFirstWord = (one: CrossUnitView['units'][number], other: CrossUnitView['units'][number]): number => {
  const [first, second] = [one.firstSpokeAt ?? never, other.firstSpokeAt ?? never];
  if (first !== second) return first < second ? -1 : 1;
  return one.unit.name.toLowerCase() < other.unit.name.toLowerCase() ? -1 : 1;
};

/** Later than every instant. */
const never = '~';

/** The page with a message put where it belongs, and with everything that shows its first line following it. */
export const putMessage = (page: ThreadPage, message: MessageView): ThreadPage => {
  const known = page.messages.find((other) => other.id === message.id);
  if (known && known.changedSeq > message.changedSeq) return page;
  const put = known ? changeMessage(page, message.id, () => message) : append(page, message);
  return changeReplies(put, message.id, message.deletedAt || message.hidden ? null : message.excerpt);
};

const append = (page: ThreadPage, message: MessageView): ThreadPage => {
  const thread = { ...page.thread, lastPosition: Math.max(page.thread.lastPosition, message.position) };
  const last = page.messages.at(-1)?.position ?? 0;
  if (page.hasNewer || message.position !== last + 1) return { ...page, thread, hasNewer: page.hasNewer || message.position > last + 1 };
  return { ...page, thread, messages: [...page.messages, message] };
};

const changeMessage = (page: ThreadPage, id: MessageView['id'], change: (message: MessageView) => MessageView): ThreadPage => ({
  ...page,
  messages: page.messages.map((message) => (message.id === id ? change(message) : message)),
});

/** What is pinned shows its first line too; deleted, it is pinned no more. */
const changePins = (page: ThreadPage, id: MessageView['id'], excerpt: string | null): ThreadPage => {
  const pinned = page.thread.pinned.flatMap((pin) => {
    if (pin.messageId !== id) return pin;
    return excerpt === null ? [] : { ...pin, excerpt };
  });
  return { ...page, thread: { ...page.thread, pinned } };
};

/** A reply shows the first line of its target, also where the target itself is not loaded. */
const changeReplies = (page: ThreadPage, targetId: MessageView['id'], excerpt: string | null): ThreadPage => ({
  ...page,
  messages: page.messages.map((message) =>
    message.replyTo?.id === targetId ? { ...message, replyTo: { ...message.replyTo, excerpt } } : message,
  ),
});

const wordless = (message: MessageView): MessageView => ({ ...message, html: '', excerpt: '', named: [], files: [] });

const purged = (message: MessageView): MessageView => ({ ...wordless(message), hidden: null, reactions: [] });

const react = (reactions: readonly Reaction[], change: PayloadOf<typeof messageReacted>, viewerId: PersonId): Reaction[] => {
  const isByViewer = change.personId === viewerId;
  const before = reactions.find((reaction) => reaction.emoji === change.emoji);
  const isMine = isByViewer ? change.isAdded : (before?.isMine ?? false);
  const after: Reaction = { emoji: change.emoji, count: change.count, isMine };
  if (change.count === 0) return reactions.filter((reaction) => reaction.emoji !== change.emoji);
  if (!before) return [...reactions, after];
  return reactions.map((reaction) => (reaction.emoji === change.emoji ? after : reaction));
};

/** The thread page after this person read or followed something, here or in another tab. */
export const applyReadStateToPage = (page: ThreadPage, change: PayloadOf<typeof readStateChanged>): ThreadPage => {
  if (change.threadId !== page.thread.id || change.readState.revision <= page.thread.readState.revision) return page;
  return { ...page, thread: { ...page.thread, readState: change.readState } };
};

/** The thread page after this person reported a message or took that back, here or in another tab. */
export const applyOwnReportToPage = (page: ThreadPage, { messageId, isReported }: PayloadOf<typeof ownReportChanged>): ThreadPage =>
  changeMessage(page, messageId, (message) => ({ ...message, isReported }));
