import { communityId, personId, threadId, type PayloadOf } from '@landbridge/contract';
import type { ReadState, UnreadOverview, UnreadThread, threadMoved } from '@landbridge/contract/threads';
import { array, assert, boolean, constantFrom, integer, property, record, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aThread, ids } from './thread.samples.ts';
import {
  applyCommunitySeenToUnread,
  applyReadStateToUnread,
  applyThreadLostToUnread,
  applyThreadMovedToUnread,
  unreadCount,
  unreadThreads,
} from './unread.ts';

type ThreadHeadline = PayloadOf<typeof threadMoved>['thread'];

const viewer = personId.parse(ids[0]);
const other = { id: personId.parse(ids[1]), name: 'Adwoa Mensah', unit: null };
const community = communityId.parse(ids[4]);
const foreign = communityId.parse(ids[5]);
const thread = threadId.parse(ids[2]);
const minute = (count: number) => new Date(Date.UTC(2026, 10, 24, 9, count)).toISOString();

const opened: UnreadOverview = { threads: [], communities: [{ communityId: community, seenAt: minute(0) }], communitiesWithNews: [] };

/** Told when the message at a position is said: one a minute. */
const moved = (lastPosition: number, more: { isOwn?: boolean; in?: typeof community; id?: typeof thread } = {}) => {
  const { id, title, community: place, issueId, openedBy, openedAt, closedAt } = aThread();
  const lastAuthor = more.isOwn ? { ...other, id: viewer } : other;
  const said = { lastSeq: lastPosition, lastPosition, lastMessageAt: minute(lastPosition), lastAuthor, lastExcerpt: 'So.' };
  const about = { id: more.id ?? id, title, community: place, issueId, units: [], openedBy, openedAt, closedAt };
  const headline: ThreadHeadline = { ...about, ...said };
  return { communityId: more.in ?? community, thread: headline };
};
const changed = (lastPosition: number, readState: ReadState, isOwn = false): UnreadThread => ({
  threadId: thread,
  communityId: community,
  lastPosition,
  lastMessageAt: minute(lastPosition),
  isOwn,
  readState,
});

describe('the unread overview', () => {
  it('lights the dot of a community of one’s own when others speak in what is not followed', () => {
    expect(applyThreadMovedToUnread(opened, moved(1), viewer).communitiesWithNews).toEqual([community]);
    expect(applyThreadMovedToUnread(opened, moved(1, { isOwn: true }), viewer).communitiesWithNews).toEqual([]);
    expect(applyThreadMovedToUnread(opened, moved(1, { in: foreign }), viewer).communitiesWithNews).toEqual([]);
  });

  it('lights no dot for a change of what was seen already', () => {
    const seen = applyCommunitySeenToUnread(applyThreadMovedToUnread(opened, moved(3), viewer), community, minute(4));

    expect(applyThreadMovedToUnread(seen, moved(3), viewer).communitiesWithNews).toEqual([]);
    expect(applyThreadMovedToUnread(seen, moved(5), viewer).communitiesWithNews).toEqual([community]);
  });

  it('has seen all that was told when it is not said until when', () => {
    const told = applyThreadMovedToUnread(opened, moved(3), viewer);

    expect(applyCommunitySeenToUnread(told, community).communitiesWithNews).toEqual([]);
  });

  it('puts the dot out when the thread was read, followed, muted or lost', () => {
    const told = applyThreadMovedToUnread(opened, moved(3), viewer);
    const after = (readState: ReadState) => applyReadStateToUnread(told, changed(3, readState)).communitiesWithNews;

    expect(after({ readPosition: 3, follows: 'none', revision: 1 })).toEqual([]);
    expect(after({ readPosition: 0, follows: 'following', revision: 1 })).toEqual([]);
    expect(after({ readPosition: 0, follows: 'muted', revision: 1 })).toEqual([]);
    expect(after({ readPosition: 2, follows: 'none', revision: 1 })).toEqual([community]);
    expect(applyThreadLostToUnread(told, thread).communitiesWithNews).toEqual([]);
  });

  it('counts followed threads with something unread', () => {
    const follows = (readPosition: number) =>
      applyReadStateToUnread(opened, changed(3, { readPosition, follows: 'following', revision: 1 }));

    expect(unreadThreads(follows(1)).map(unreadCount)).toEqual([2]);
    expect(unreadThreads(follows(3))).toEqual([]);
  });

  const step = record({
    isMark: boolean(),
    follows: constantFrom('following' as const, 'muted' as const),
    read: integer({ min: 0, max: 9 }),
  });

  it('ends the same in whatever order the same events come, and however often', () => {
    assert(
      property(
        array(step, { minLength: 1, maxLength: 9 }).chain((steps) =>
          shuffledSubarray(
            steps.map((wanted, index) => ({ ...wanted, index })),
            { minLength: steps.length },
          ),
        ),
        (shuffled) => {
          const run = (order: typeof shuffled) =>
            order.reduce((overview, { isMark, follows, read, index }) => {
              if (!isMark) return applyThreadMovedToUnread(overview, moved(index + 1), viewer);
              return applyReadStateToUnread(overview, changed(index + 1, { readPosition: read, follows, revision: index + 1 }));
            }, opened);
          const inOrder = shuffled.toSorted((one, two) => one.index - two.index);

          expect(run(shuffled)).toEqual(run(inOrder));
          expect(run([...inOrder, ...shuffled])).toEqual(run(inOrder));
        },
      ),
    );
  });

  it('stands newest first', () => {
    assert(
      property(array(integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), (minutes) => {
        const overview = minutes.reduce(
          (before, count, index) => applyThreadMovedToUnread(before, moved(count, { id: threadId.parse(ids[20 + index]) }), viewer),
          opened,
        );

        const times = overview.threads.map(({ lastMessageAt }) => lastMessageAt);
        expect(times).toEqual(times.toSorted().toReversed());
      }),
    );
  });
});
