import type { ThreadId } from '@landbridge/contract';
import * as notifications from '@landbridge/contract/notifications';
import { applyNoticesChanged } from '@landbridge/domain/notifications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsDone } from '../../testing/jobs.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, eventsIn, foundCommunity, newClientId, plan, read, say, startThread } from '../../testing/world.ts';

const { getUnreadNotices, listNotices, noticesChanged, readNotices, setNoticeKind, takeBackReading } = notifications;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

interface World {
  readonly convener: TestPerson;
  readonly reader: TestPerson;
  readonly threads: readonly ThreadId[];
}

const unreadOf = (person: TestPerson) => person.do(getUnreadNotices);
const noticesOf = async (person: TestPerson, query: { show?: 'all' | 'unread' } = {}) => (await person.do(listNotices, { query })).notices;
const mention = ({ id, name }: TestPerson) => `[@${name}](person:${id}) knows.`;
const readUnder = (person: TestPerson, body: notifications.NoticeReading, readingId = newClientId()) =>
  person.do(readNotices, { params: { readingId }, body });

/** Somebody who was mentioned in three threads, and made a member. */
const makeWorld = async (): Promise<World> => {
  const convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
  const reader = await server.person('Reader Rasmussen', { unit: 'Towers' });
  const { id: communityId } = await foundCommunity(convener);
  await bring(convener, reader, communityId);
  const threads: ThreadId[] = [];
  for (const title of ['One', 'Two', 'Three']) {
    const { thread } = await startThread(convener, communityId, { title, markdown: mention(reader) });
    threads.push(thread.id);
    await expect.poll(async () => (await unreadOf(reader)).subjectIds).toContain(thread.id);
  }
  await expect.poll(async () => (await unreadOf(reader)).count).toBe(4);
  return { convener, reader, threads };
};

describe('list notices', () => {
  it('shows the newest first, all or only what is unread, page by page', async () => {
    const { reader } = await makeWorld();
    const [newest] = await noticesOf(reader);
    expect(newest).toMatchObject({ subject: { title: 'Three' } });
    if (!newest) throw new Error('Nothing was told.');
    await readUnder(reader, { noticeId: newest.id });

    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader.do(listNotices, { query: { show: 'unread', limit: 1, cursor } });
      titles.push(...page.notices.map(({ subject }) => subject.title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(titles.slice(0, 2)).toEqual(['Two', 'One']);
    expect(titles).toHaveLength(3);
    expect((await noticesOf(reader)).map(({ isUnread }) => isUnread)).toEqual([false, true, true, true]);
  });
});

describe('read notices', () => {
  it('reads all about something, and takes it back', async () => {
    const { reader, threads } = await makeWorld();
    const [subjectId = ''] = threads;
    const readingId = newClientId();

    await readUnder(reader, { subjectId }, readingId);
    expect((await unreadOf(reader)).subjectIds).not.toContain(subjectId);
    await reader.do(takeBackReading, { params: { readingId } });

    expect((await unreadOf(reader)).count).toBe(4);
  });

  it('reads all up to a moment, and takes back only those', async () => {
    const { reader, threads } = await makeWorld();
    const [, second] = await noticesOf(reader);
    const [, , third = ''] = threads;
    await readUnder(reader, { subjectId: third });
    const readingId = newClientId();

    await readUnder(reader, { upTo: second?.at ?? '' }, readingId);
    expect(await unreadOf(reader)).toMatchObject({ count: 0, subjectIds: [] });
    await reader.do(takeBackReading, { params: { readingId } });

    expect((await unreadOf(reader)).count).toBe(3);
  });

  it('does nothing to those of others', async () => {
    const { convener, reader } = await makeWorld();
    const [newest] = await noticesOf(reader);
    if (!newest) throw new Error('Nothing was told.');

    await readUnder(convener, { noticeId: newest.id });

    expect((await unreadOf(reader)).count).toBe(4);
  });

  it('forgets what was read three months ago, and nothing that is unread', async () => {
    const { reader } = await makeWorld();
    const [newest] = await noticesOf(reader);
    if (!newest) throw new Error('Nothing was told.');
    await readUnder(reader, { noticeId: newest.id });
    await server.database.pool.query(`update notices set read_at = read_at - interval '91 days' where person_id = $1`, [reader.id]);

    await server.database.pool.query(`select graphile_worker.add_job('notices.forget', '{}')`);

    await expect.poll(() => noticesOf(reader)).toHaveLength(3);
  });
});

describe('turn a kind of notices off', () => {
  it('holds from then on, and until it is turned on again', async () => {
    const { convener, reader } = await makeWorld();
    const params = { noticeKind: 'session-planned' as const };
    const { id: communityId } = await foundCommunity(convener);
    await bring(convener, reader, communityId);

    expect(await reader.do(setNoticeKind, { params, body: { isOn: false } })).toEqual({ off: ['session-planned'] });
    await plan(convener, communityId);
    await jobsDone(server);
    expect((await noticesOf(reader)).map(({ kind }) => kind)).not.toContain('session-planned');

    expect(await reader.do(setNoticeKind, { params, body: { isOn: true } })).toEqual({ off: [] });
    await plan(convener, communityId);

    await expect.poll(async () => (await noticesOf(reader)).map(({ kind }) => kind)).toContain('session-planned');
  });
});

interface Case {
  readonly when: string;
  act(world: World & { readonly threadId: ThreadId }): Promise<unknown>;
}

const cases: readonly Case[] = [
  { when: 'somebody is mentioned again', act: ({ convener, reader, threadId }) => say(convener, threadId, mention(reader)) },
  { when: 'a thread is read', act: ({ reader, threadId }) => read(reader, threadId, 1) },
  {
    when: 'all is read, and that is taken back',
    act: async ({ reader }) => {
      const [newest] = await noticesOf(reader);
      const readingId = newClientId();
      await readUnder(reader, { upTo: newest?.at ?? '' }, readingId);
      await reader.do(takeBackReading, { params: { readingId } });
    },
  },
];

describe('notices, live', () => {
  /** After every event heard, through the reducer that the web uses. */
  const kept = (person: TestPerson, opened: notifications.UnreadNotices) =>
    person.heard
      .filter(({ name }) => name === noticesChanged.name)
      .reduce((known, { payload }) => applyNoticesChanged(known, noticesChanged.payload.parse(payload)), opened);

  it.for(cases)('$when: both browsers of the reader hold what a fresh look shows', async ({ act }) => {
    const world = await makeWorld();
    const [threadId] = world.threads;
    if (!threadId) throw new Error('There is no thread.');
    const tabs = [world.reader, await server.again(world.reader)];
    for (const tab of tabs) await tab.connect();
    const opened = await unreadOf(world.reader);

    await act({ ...world, threadId });

    for (const tab of tabs) {
      await tab.hears(noticesChanged);
      await expect.poll(async () => ({ kept: kept(tab, opened), fresh: await unreadOf(tab) })).toSatisfy(isSame);
      tab.disconnect();
    }
  });

  it('has a case for every event of notifications', () => {
    expect(eventsIn(notifications)).toEqual([noticesChanged.name]);
  });
});

const isSame = ({ kept, fresh }: { kept: notifications.UnreadNotices; fresh: notifications.UnreadNotices }): boolean =>
  JSON.stringify(kept) === JSON.stringify(fresh);
