import { joinCommunity } from '@landbridge/contract/communities';
import { getThread, getUnread, listMyThreads, markRead, readStateChanged, type ThreadView } from '@landbridge/contract/threads';
import { unreadThreads } from '@landbridge/domain/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { follow, foundCommunity, read, say, startThread } from '../../testing/world.ts';

describe('read marks', () => {
  let server: TestServer;
  let author: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    author = await server.person('Author Adams');
  });
  afterAll(() => server.stop());

  /** A thread of five messages and somebody new who joined before they were said. */
  const makePlace = async () => {
    const reader = await server.person('Reader Rasmussen');
    const { id: communityId } = await foundCommunity(author);
    await reader.do(joinCommunity, { params: { communityId } });
    const { thread } = await startThread(author, communityId);
    for (const text of ['Two.', 'Three.', 'Four.', 'Five.']) await say(author, thread.id, text);
    return { reader, threadId: thread.id, communityId };
  };
  const unreadFrom = (person: TestPerson, threadId: ThreadView['id'], position: number) =>
    person.do(markRead, { params: { threadId }, body: { kind: 'unread-from', position } });
  const readStateOf = async (person: TestPerson, threadId: ThreadView['id']) =>
    (await person.do(getThread, { params: { threadId } })).thread.readState;

  it('move forward only, and never beyond the last message', async () => {
    const { reader, threadId } = await makePlace();

    expect((await read(reader, threadId, 4)).readPosition).toBe(4);
    expect((await read(reader, threadId, 2)).readPosition).toBe(4);
    expect((await read(reader, threadId, 900)).readPosition).toBe(5);
  });

  it('go back when somebody marks unread from a message', async () => {
    const { reader, threadId } = await makePlace();
    await read(reader, threadId, 5);

    expect((await unreadFrom(reader, threadId, 3)).readPosition).toBe(2);
    expect((await readStateOf(reader, threadId)).readPosition).toBe(2);
  });

  it('agree in two tabs, the later change last', async () => {
    const { reader, threadId } = await makePlace();
    const tab = await (await server.again(reader)).connect();
    await read(reader, threadId, 5);
    const { revision } = await unreadFrom(reader, threadId, 2);

    const told = await tab.hears(readStateChanged, ({ readState }) => readState.revision === revision);

    expect(told.readState).toEqual(await readStateOf(reader, threadId));
    tab.disconnect();
  });

  it('count what is unread in followed threads alone', async () => {
    const { reader, threadId } = await makePlace();
    const figures = async () => unreadThreads(await reader.do(getUnread)).map((thread) => thread.threadId);

    expect(await figures()).toEqual([]);
    await follow(reader, threadId, 'following');
    expect(await figures()).toEqual([threadId]);
    await follow(reader, threadId, 'muted');
    expect(await figures()).toEqual([]);
  });

  it('put the dot of a community out when its news was read', async () => {
    const { reader, threadId, communityId } = await makePlace();
    expect((await reader.do(getUnread)).communitiesWithNews).toEqual([communityId]);

    await read(reader, threadId, 5);

    expect((await reader.do(getUnread)).communitiesWithNews).toEqual([]);
  });

  it('follow a thread for whoever is mentioned, unless they muted it', async () => {
    const { reader, threadId } = await makePlace();
    const muter = await server.person('Muter Møller');
    await follow(muter, threadId, 'muted');

    await say(author, threadId, `[@a](person:${reader.id}) and [@b](person:${muter.id}), what do you say?`);

    expect((await readStateOf(reader, threadId)).follows).toBe('following');
    expect((await readStateOf(muter, threadId)).follows).toBe('muted');
    expect((await reader.do(listMyThreads, { query: { show: 'mentions' } })).threads.map(({ id }) => id)).toEqual([threadId]);
  });

  it('open the thread at the first unread message, with some before it to stand on', async () => {
    const { reader, threadId } = await makePlace();
    for (let count = 0; count < 20; count++) await say(author, threadId, `More ${count}.`);
    await read(reader, threadId, 12);

    const page = await reader.do(getThread, { params: { threadId }, query: { limit: 6 } });

    expect(page.messages.map(({ position }) => position)).toEqual([11, 12, 13, 14, 15, 16]);
    expect(page).toMatchObject({ hasOlder: true, hasNewer: true });
  });
});
