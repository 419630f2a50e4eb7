import type { PayloadOf } from '@landbridge/contract';
import type { ReadState, ThreadList, ThreadRow, readStateChanged, threadMoved } from '@landbridge/contract/threads';
import { newerReadState } from './apply-thread-changes.ts';

/**
 * The list after a thread was opened, spoken in, renamed or closed; the last spoken in stand first. `known` is how far this person
 * has read where no row says it yet: a line of the unread overview. A thread on pages that are not loaded stays there until it is spoken in.
 */
export const applyThreadMovedToList = (list: ThreadList, { thread }: PayloadOf<typeof threadMoved>, known?: ReadState): ThreadList => {
  const old = list.threads.find((row) => row.id === thread.id);
  if (old && old.lastSeq > thread.lastSeq) return list;
  const row: ThreadRow = { ...thread, readState: newest(old?.readState, known) };
  const last = list.threads.at(-1);
  if (!old && last && list.nextCursor !== null && newestFirst(last, row) < 0) return list;
  return { ...list, threads: [...list.threads.filter((other) => other.id !== thread.id), row].toSorted(newestFirst) };
};

/** The list after a read mark or a following changed. */
export const applyReadStateToList = (list: ThreadList, change: PayloadOf<typeof readStateChanged>): ThreadList => ({
  ...list,
  threads: list.threads.map((row) =>
    row.id === change.threadId ? { ...row, readState: newerReadState(row.readState, change.readState) } : row,
  ),
});

const unmarked: ReadState = { readPosition: 0, follows: 'none', revision: 0 };

const newest = (one: ReadState = unmarked, other: ReadState = unmarked): ReadState => newerReadState(one, other);

/** As the server orders lists: by time, then by id. */
const newestFirst = (one: ThreadRow, other: ThreadRow): number => {
  if (one.lastMessageAt !== other.lastMessageAt) return one.lastMessageAt < other.lastMessageAt ? 1 : -1;
  return one.id < other.id ? 1 : -1;
};
