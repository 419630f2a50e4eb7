import type { MessageWindow, ReadState, ThreadChanges, ThreadPage } from '@landbridge/contract/threads';
import { putMessage } from './apply-thread-event.ts';

/** The thread page after what was missed. Events that arrived while the answer was under way stay. */
export const applyThreadChanges = (page: ThreadPage, changes: ThreadChanges): ThreadPage => {
  // What is numbered up to `lastSeq` is here already, perhaps newer: an answer that was long under way must not turn it back.
  const missed = changes.messages.filter((message) => message.changedSeq > page.thread.lastSeq);
  const byPosition = missed.toSorted((one, other) => one.position - other.position);
  const filled = byPosition.reduce(putMessage, page);
  if (changes.thread.lastSeq < page.thread.lastSeq) return filled;
  return {
    ...filled,
    thread: {
      ...changes.thread,
      lastSeq: Math.max(page.thread.lastSeq, changes.throughSeq),
      readState: newerReadState(page.thread.readState, changes.thread.readState),
    },
  };
};

/** Of two read states the one that was set later. */
export const newerReadState = (one: ReadState, other: ReadState): ReadState => (other.revision > one.revision ? other : one);

/** The page with older messages before it. */
export const prependOlder = (page: ThreadPage, older: MessageWindow): ThreadPage => {
  const first = page.messages[0]?.position ?? Number.POSITIVE_INFINITY;
  return {
    ...page,
    messages: [...older.messages.filter((message) => message.position < first), ...page.messages],
    hasOlder: older.hasOlder,
  };
};

/** The page with newer messages after it. */
export const appendNewer = (page: ThreadPage, newer: MessageWindow): ThreadPage => {
  const last = page.messages.at(-1)?.position ?? 0;
  return {
    ...page,
    messages: [...page.messages, ...newer.messages.filter((message) => message.position > last)],
    hasNewer: newer.hasNewer,
  };
};

/** The page cut to `most` messages at the end that is not being read, so that memory stays bounded. */
export const trimWindow = (page: ThreadPage, most: number, keep: 'oldest' | 'newest'): ThreadPage => {
  if (page.messages.length <= most) return page;
  return keep === 'oldest'
    ? { ...page, messages: page.messages.slice(0, most), hasNewer: true }
    : { ...page, messages: page.messages.slice(-most), hasOlder: true };
};
