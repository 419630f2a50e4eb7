import { messagePosted, getThread, postMessage, readStateChanged, threadMoved, watchThread } from '@landbridge/contract/threads';
import { getCommunity } from '@landbridge/contract/communities';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, newClientId, say, startThread } from '../../testing/world.ts';

describe('post message', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('reaches another unit live, without a request', async () => {
    const adwoa = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const rui = await (await server.person('Rui Carvalho', { unit: 'Towers' })).connect();
    const community = await foundCommunity(adwoa);
    const { thread } = await startThread(adwoa, community.id);
    const entered = await rui.ask(watchThread, { threadId: thread.id });

    const message = await say(adwoa, thread.id, 'What do you put *on the flange*?');

    const heard = await rui.hears(messagePosted);
    expect(entered.answer).toMatchObject({ lastSeq: 1 });
    expect(heard).toEqual({ threadId: thread.id, seq: 2, message, heardUnitIds: [] });
    expect(message).toMatchObject({
      position: 2,
      html: '<p>What do you put <em>on the flange</em>?</p>\n',
      author: { unit: { name: 'Site Service North' } },
    });
    rui.disconnect();
  });

  it('appears once when the request is repeated ten times at once, with one answer', async () => {
    const author = await server.person('Priya Raghunathan', { unit: 'Bogies' });
    const { id } = await foundCommunity(author);
    const { thread } = await startThread(author, id);
    const body = { clientId: newClientId(), markdown: 'Cheap, ugly, works.' };

    const answers = await Promise.all(Array.from({ length: 10 }, () => author.do(postMessage, { params: { threadId: thread.id }, body })));

    const page = await author.do(getThread, { params: { threadId: thread.id } });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(page.messages.map((message) => message.position)).toEqual([1, 2]);
  });

  it('is refused when the same client id says something else', async () => {
    const author = await server.person('Priya Raghunathan');
    const { id } = await foundCommunity(author);
    const { thread } = await startThread(author, id);
    const first = newClientId();
    await author.do(postMessage, { params: { threadId: thread.id }, body: { clientId: first, markdown: 'One.' } });

    const refusal = await author.refused(postMessage, { params: { threadId: thread.id }, body: { clientId: first, markdown: 'Two.' } });

    expect(refusal).toMatchObject({ status: 409, code: 'client-id.reused' });
  });

  it('joins an open community, follows the thread and moves the own read mark', async () => {
    const convener = await server.person('Amara Okonkwo');
    const newcomer = await (await server.person('Kenji Morimoto')).connect();
    const { id } = await foundCommunity(convener);
    const { thread } = await startThread(convener, id);

    await say(newcomer, thread.id, 'Traction marks the first and the last bolt.');

    const mark = await newcomer.hears(readStateChanged, (change) => change.threadId === thread.id);
    const community = await newcomer.do(getCommunity, { params: { communityId: id } });
    expect(mark.readState).toMatchObject({ readPosition: 2, follows: 'following' });
    expect(community.myRole).toBe('member');
    newcomer.disconnect();
  });

  it('moves lists of the community without a request', async () => {
    const convener = await (await server.person('Amara Okonkwo')).connect();
    const author = await server.person('Fatima El Amrani', { unit: 'Foundations' });
    const { id } = await foundCommunity(convener);
    const { thread } = await startThread(convener, id);

    await say(author, thread.id, 'Rain does not care about photos.');

    const moved = await convener.hears(threadMoved, (event) => event.thread.lastPosition === 2);
    expect(moved.thread).toMatchObject({ lastExcerpt: 'Rain does not care about photos.', lastAuthor: { name: 'Fatima El Amrani' } });
    convener.disconnect();
  });
});
