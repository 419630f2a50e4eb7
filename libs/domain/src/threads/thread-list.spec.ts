import { threadId, type PayloadOf } from '@landbridge/contract';
import type { ThreadList, threadMoved } from '@landbridge/contract/threads';
import { describe, expect, it } from 'vitest';
import { applyReadStateToList, applyThreadMovedToList } from './thread-list.ts';
import { aMessage, aThread, ids } from './thread.samples.ts';

type ThreadHeadline = PayloadOf<typeof threadMoved>['thread'];

const unmarked = { readPosition: 0, follows: 'none' as const, revision: 0 };
const headline = (number: number, minute: number, more: Partial<ThreadHeadline> = {}): ThreadHeadline => {
  const { title, community, issueId, openedBy, openedAt, closedAt } = aThread();
  const lastMessageAt = new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString();
  const said = { lastSeq: minute, lastPosition: minute, lastMessageAt, lastAuthor: aMessage(1).author, lastExcerpt: 'So.' };
  return { id: threadId.parse(ids[number]), title, community, issueId, units: [], openedBy, openedAt, closedAt, ...said, ...more };
};
const listOf = (nextCursor: string | null, ...rows: ThreadHeadline[]): ThreadList => ({
  threads: rows.map((row) => ({ ...row, readState: unmarked })),
  nextCursor,
});
const move = (list: ThreadList, thread: ThreadHeadline, known?: Parameters<typeof applyThreadMovedToList>[2]) =>
  applyThreadMovedToList(list, { communityId: thread.community?.id ?? null, thread }, known);
const order = ({ threads }: ThreadList) => threads.map(({ id }) => id);

describe('a list of threads', () => {
  it('has what was spoken in on top, also what was on pages that are not loaded', () => {
    const list = listOf('more', headline(2, 20), headline(1, 10));

    expect(order(move(list, headline(1, 30)))).toEqual([ids[1], ids[2]]);
    expect(order(move(list, headline(3, 30)))).toEqual([ids[3], ids[2], ids[1]]);
  });

  it('leaves a thread that is only renamed where it stands', () => {
    const list = listOf('more', headline(2, 20), headline(1, 10));

    const renamed = move(list, headline(1, 10, { title: 'New' }));

    expect(renamed.threads.map(({ title }) => title)).toEqual([aThread().title, 'New']);
    expect(move(list, headline(3, 5, { title: 'On a later page' }))).toEqual(list);
    expect(order(move({ ...list, nextCursor: null }, headline(3, 5)))).toEqual([ids[2], ids[1], ids[3]]);
  });

  it('is not turned back by an event that comes late', () => {
    const list = listOf(null, headline(1, 30));

    expect(move(list, headline(1, 20))).toEqual(list);
  });

  it('keeps the newer title when the event of an older one comes once more', () => {
    const renamed = { lastSeq: 32, title: 'New' };
    const list = move(listOf(null, headline(1, 30)), headline(1, 30, renamed));

    expect(move(list, headline(1, 30, { lastSeq: 31, title: 'Old' }))).toEqual(list);
  });

  it('shows how far one has read, from the row, else from what is known, the later change first', () => {
    const read = { readPosition: 4, follows: 'following' as const, revision: 2 };
    const list = applyReadStateToList(listOf(null, headline(1, 10)), {
      threadId: threadId.parse(ids[1]),
      communityId: aThread().community?.id ?? null,
      lastPosition: 10,
      lastMessageAt: headline(1, 10).lastMessageAt,
      isOwn: false,
      readState: read,
    });

    expect(move(list, headline(1, 30), { ...read, readPosition: 1, revision: 1 }).threads[0]?.readState).toEqual(read);
    expect(move(listOf(null), headline(1, 30), read).threads[0]?.readState).toEqual(read);
    expect(move(listOf(null), headline(1, 30)).threads[0]?.readState).toEqual(unmarked);
  });
});
