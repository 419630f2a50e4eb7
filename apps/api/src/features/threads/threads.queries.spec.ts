import * as threads from '@landbridge/contract/threads';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, follow, foundCommunity, say, startThread } from '../../testing/world.ts';

describe('reading threads', () => {
  let server: TestServer;
  let author: TestPerson;
  let outsider: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    author = await server.person('Author Adams', { unit: 'Bogies' });
    outsider = await server.person('Outsider Okoye', { unit: 'Towers' });
  });
  afterAll(() => server.stop());

  const place = async (visibility: 'open' | 'private' = 'open', count = 1) => {
    const { id: communityId } = await foundCommunity(author, { visibility });
    const { thread, messages } = await startThread(author, communityId, { title: `Flange gauges ${uuid()}` });
    const said = [...messages];
    for (let position = 2; position <= count; position++) said.push(await say(author, thread.id, `Message ${position}.`));
    return { communityId, threadId: thread.id, title: thread.title, said };
  };
  const positions = ({ messages }: threads.MessageWindow) => messages.map(({ position }) => position);

  it('shows the place of one message, also of a deleted one', async () => {
    const { threadId, said } = await place('open', 12);
    const sixth = said[5]?.id ?? uuid();
    await author.do(threads.deleteMessage, { params: { messageId: sixth } });

    const page = await author.do(threads.getThread, { params: { threadId }, query: { at: sixth, limit: 3 } });

    expect(positions(page)).toEqual([5, 6, 7]);
    expect(page).toMatchObject({ hasOlder: true, hasNewer: true });
  });

  it('finds no place for a message of another thread, or of none', async () => {
    const { threadId } = await place();
    const elsewhere = (await place()).said[0]?.id ?? '';

    for (const at of [elsewhere, uuid()])
      expect((await author.refused(threads.getThread, { params: { threadId }, query: { at } })).code).toBe('thread.not-found');
  });

  it('goes both ways from anywhere without holes', async () => {
    const { threadId } = await place('open', 9);
    const ask = (query: object) => author.do(threads.listMessages, { params: { threadId }, query });

    expect(positions(await ask({ before: 5, limit: 3 }))).toEqual([2, 3, 4]);
    expect(await ask({ before: 3, limit: 3 })).toMatchObject({ hasOlder: false, hasNewer: true });
    expect(positions(await ask({ after: 5, limit: 3 }))).toEqual([6, 7, 8]);
    expect(await ask({ after: 8, limit: 3 })).toMatchObject({ hasOlder: true, hasNewer: false });
    expect(positions(await ask({ after: 900 }))).toEqual([]);
  });

  it('gives what changed after a number, page by page', async () => {
    const { threadId, said } = await place('open', 4);
    await author.do(threads.react, { params: { messageId: said[0]?.id ?? '', emoji: '👍' } });
    const ask = (after: number) => author.do(threads.getThreadChanges, { params: { threadId }, query: { after, limit: 2 } });

    const first = await ask(1);
    const second = await ask(first.throughSeq);

    expect(first).toMatchObject({ throughSeq: 3, isComplete: false });
    expect(second).toMatchObject({ throughSeq: 5, isComplete: true });
    expect([...positions({ ...first, hasOlder: false, hasNewer: false }), ...second.messages.map(({ position }) => position)]).toEqual([
      2, 3, 4, 1,
    ]);
  });

  it('lists every thread of a community once, page by page, though threads move meanwhile', async () => {
    const { communityId, threadId } = await place();
    for (let count = 0; count < 6; count++) await startThread(author, communityId);
    const ask = (cursor?: string) => author.do(threads.listThreads, { params: { communityId }, query: { limit: 3, cursor } });

    const first = await ask();
    await say(author, first.threads[2]?.id ?? threadId, 'Up again.');
    const second = await ask(first.nextCursor ?? undefined);
    const third = await ask(second.nextCursor ?? undefined);

    const ids = [first, second, third].flatMap((list) => list.threads.map(({ id }) => id));
    expect(new Set(ids).size).toBe(7);
    expect(ids).toHaveLength(7);
    expect(third.nextCursor).toBeNull();
  });

  it('lists one’s own: followed ones, and those with something unread', async () => {
    const reader = await server.person('Reader Rasmussen');
    const { threadId } = await place();
    await follow(reader, threadId, 'following');
    const shown = async (show: 'unread' | 'following' | 'mentions') =>
      (await reader.do(threads.listMyThreads, { query: { show } })).threads.map(({ id }) => id);

    expect([await shown('unread'), await shown('following'), await shown('mentions')]).toEqual([[threadId], [threadId], []]);
  });

  it('finds a thread by words of its title, for those who may read it', async () => {
    const hidden = await place('private');
    const find = async (person: TestPerson, q: string) =>
      (await person.do(threads.findThreads, { query: { q } })).threads.map(({ id }) => id);

    expect(await find(author, hidden.title.toUpperCase())).toEqual([hidden.threadId]);
    expect(await find(outsider, hidden.title)).toEqual([]);
    expect(await find(outsider, '%')).toEqual([]);
  });

  it('suggests members of a private community alone, and members first in an open one', async () => {
    const member = await server.person('Zoe Zimmermann');
    const [hidden, open] = [await place('private'), await place()];
    await bring(author, member, hidden.communityId);
    await bring(author, member, open.communityId);
    const suggested = async (threadId: threads.ThreadView['id'], q = '') =>
      (await author.do(threads.suggestPeople, { params: { threadId }, query: { q } })).people.map(({ name }) => name);

    expect(await suggested(hidden.threadId)).toEqual(['Author Adams', 'Zoe Zimmermann']);
    expect(await suggested(hidden.threadId, 'out')).toEqual([]);
    expect((await suggested(open.threadId)).slice(0, 2)).toEqual(['Author Adams', 'Zoe Zimmermann']);
    expect(await suggested(open.threadId, 'oko')).toEqual(['Outsider Okoye']);
    expect(await suggested(open.threadId, '%')).toEqual([]);
  });

  it('shows people with the unit they had when they spoke', async () => {
    const mover = await server.person('Mover Møller', { unit: 'Foundations' });
    const { threadId } = await place();
    await say(mover, threadId, 'From the foundations.');
    await server.database.pool.query(
      `update unit_memberships set unit_id = (select id from units where name = 'Towers') where person_id = $1`,
      [mover.id],
    );
    await say(mover, threadId, 'From the towers.');

    const { messages } = await author.do(threads.getThread, { params: { threadId }, query: { at: 'newest' } });

    expect(messages.slice(-2).map((message) => message.author.unit?.name)).toEqual(['Foundations', 'Towers']);
  });
});
