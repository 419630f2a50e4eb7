import { changePreferences } from '@landbridge/contract/identity';
import { removeMember, type Visibility } from '@landbridge/contract/communities';
import { messagePosted, presenceChanged, startTyping, typing, unwatchThread, watchThread } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveServer } from '../../platform/realtime/live-server.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, say, startThread } from '../../testing/world.ts';
import { threadRoom } from './thread.rooms.ts';

describe('presence', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const makePlace = async (visibility: Visibility = 'open') => {
    const convener = await (await server.person('Convener Carvalho')).connect();
    const member = await (await server.person('Member Mensah')).connect();
    const { id: communityId } = await foundCommunity(convener, { visibility });
    await bring(convener, member, communityId);
    const { thread } = await startThread(convener, communityId);
    return { convener, member, communityId, threadId: thread.id };
  };
  const leaveAll = (...people: TestPerson[]) => people.forEach((person) => person.disconnect());

  it('shows each person once, however many tabs they have open', async () => {
    const { convener, member, threadId } = await makePlace();
    const otherTab = await (await server.again(member)).connect();
    await member.ask(watchThread, { threadId });
    await otherTab.ask(watchThread, { threadId });

    const { answer } = await convener.ask(watchThread, { threadId });

    expect(answer).toMatchObject({ count: 2, people: [{ id: member.id }, { id: convener.id }] });
    leaveAll(convener, member, otherTab);
  });

  it('tells when somebody goes, on purpose or because the browser closed', async () => {
    const { convener, member, threadId } = await makePlace();
    await convener.ask(watchThread, { threadId });
    await member.ask(watchThread, { threadId });
    await convener.hears(presenceChanged, ({ count }) => count === 2);

    member.disconnect();
    await convener.hears(presenceChanged, ({ count }) => count === 1);
    await convener.ask(unwatchThread, { threadId });
    const { answer } = await (await server.again(member).then((tab) => tab.connect())).ask(watchThread, { threadId });

    expect(answer).toMatchObject({ count: 1, people: [{ id: member.id }] });
    leaveAll(convener);
  });

  it('keeps no ghost of a browser that closed while it entered', async () => {
    const { convener, member, threadId } = await makePlace();

    void member.ask(watchThread, { threadId }).catch(() => undefined);
    member.disconnect();

    // A second visitor is asked last, so that the first has been dealt with.
    for (let round = 0; round < 5; round++) await convener.ask(watchThread, { threadId });
    await expect.poll(async () => (await convener.ask(watchThread, { threadId })).answer).toMatchObject({ count: 1 });
    leaveAll(convener);
  });

  it('shows neither presence nor typing of people who switched it off', async () => {
    const { convener, member, threadId } = await makePlace();
    await member.do(changePreferences, { body: { showsPresence: false } });
    await convener.ask(watchThread, { threadId });

    await member.ask(watchThread, { threadId });
    await member.ask(startTyping, { threadId });
    await say(member, threadId, 'Here I am.');

    await convener.hears(messagePosted);
    expect((await convener.ask(watchThread, { threadId })).answer).toMatchObject({ count: 1, people: [{ id: convener.id }] });
    expect(convener.heard.filter(({ name }) => name === typing.name)).toEqual([]);
    leaveAll(convener, member);
  });

  it('is gone as soon as somebody switches it off', async () => {
    const { convener, member, threadId } = await makePlace();
    await convener.ask(watchThread, { threadId });
    await member.ask(watchThread, { threadId });
    await convener.hears(presenceChanged, ({ count }) => count === 2);

    await member.do(changePreferences, { body: { showsPresence: false } });

    await convener.hears(presenceChanged, ({ count }) => count === 1);
    expect((await convener.ask(watchThread, { threadId })).answer).toMatchObject({ people: [{ id: convener.id }] });
    leaveAll(convener, member);
  });

  it('tells others in the thread that somebody writes, and only there', async () => {
    const { convener, member, threadId } = await makePlace();
    await convener.ask(watchThread, { threadId });
    await member.ask(startTyping, { threadId });
    await member.ask(watchThread, { threadId });

    await member.ask(startTyping, { threadId });

    const told = await convener.hears(typing);
    expect(told).toMatchObject({ threadId, person: { id: member.id, name: 'Member Mensah' } });
    expect(convener.heard.filter(({ name }) => name === typing.name)).toHaveLength(1);
    leaveAll(convener, member);
  });

  it('lets nobody hear a private thread while they knock', async () => {
    const { convener, member, threadId } = await makePlace('private');
    const outsider = await (await server.person('Outsider Okoye')).connect();
    // The right is looked up in this table: whoever asks for it waits until the lock is given back.
    const lock = await server.database.pool.connect();
    await lock.query('begin; lock table threads in access exclusive mode');
    const waiting = async () =>
      (await server.database.pool.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`))
        .rowCount;

    const knocked = outsider.ask(watchThread, { threadId });
    await expect.poll(waiting).toBe(1);
    server.running.application.get(LiveServer).tell([threadRoom(threadId)], typing.name, { threadId, person: 'somebody inside' });
    await lock.query('commit');
    lock.release();

    expect((await knocked).problem?.code).toBe('thread.not-found');
    expect(outsider.heard).toEqual([]);
    leaveAll(convener, member, outsider);
  });

  it('ends with the right: whoever is removed from a private community hears nothing that is said afterwards', async () => {
    const { convener, member, communityId, threadId } = await makePlace('private');
    await member.ask(watchThread, { threadId });
    const talk = async () => {
      for (let round = 0; round < 40; round++) await say(convener, threadId, `Before or after ${round}.`);
    };
    const remove = () => convener.do(removeMember, { params: { communityId, personId: member.id } });

    const [, lastBefore] = await Promise.all([talk(), remove().then(() => member.heard.length)]);
    await say(convener, threadId, 'Afterwards.');

    const after = member.heard.slice(lastBefore).filter(({ name }) => name === messagePosted.name);
    expect(after.length).toBeLessThanOrEqual(1);
    expect(JSON.stringify(member.heard)).not.toContain('Afterwards.');
    leaveAll(convener, member);
  });
});
