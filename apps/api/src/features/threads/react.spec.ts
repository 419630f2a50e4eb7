import { deleteMessage, listReactors, react, unreact, type MessageView } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, say, startThread } from '../../testing/world.ts';

describe('react', () => {
  let server: TestServer;
  let author: TestPerson;
  let reader: TestPerson;
  let threadId: MessageView['threadId'];
  beforeAll(async () => {
    server = await startTestServer();
    author = await server.person('Author Adams');
    reader = await server.person('Reader Rasmussen');
    threadId = (await startThread(author, (await foundCommunity(author)).id)).thread.id;
  });
  afterAll(() => server.stop());

  const at = ({ id }: MessageView, emoji: string) => ({ params: { messageId: id, emoji } });

  it('counts each person once per emoji, in the order of first use', async () => {
    const message = await say(author, threadId, 'Two marks.');
    await author.do(react, at(message, '🔧'));
    await reader.do(react, at(message, '👍'));
    await reader.do(react, at(message, '🔧'));

    const { reactions } = await reader.do(react, at(message, '🔧'));

    expect(reactions).toEqual([
      { emoji: '🔧', count: 2, isMine: true },
      { emoji: '👍', count: 1, isMine: true },
    ]);
  });

  it('counts everybody who does it at once', async () => {
    const message = await say(author, threadId, 'Two marks.');
    const crowd = await Promise.all(Array.from({ length: 12 }, (_, index) => server.person(`Crowd ${index}`)));

    await Promise.all(crowd.map((person) => person.do(react, at(message, '👍'))));

    const { people } = await reader.do(listReactors, at(message, '👍'));
    expect(people).toHaveLength(12);
    expect((await reader.do(react, at(message, '👍'))).reactions).toEqual([{ emoji: '👍', count: 13, isMine: true }]);
  });

  it.for(['👍🏽', '👩‍👩‍👧‍👦', '🇩🇰', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '❤️', '1️⃣', '🫱🏻‍🫲🏿'])('takes %s as one emoji', async (emoji) => {
    const message = await say(author, threadId, 'Two marks.');

    expect((await reader.do(react, at(message, emoji))).reactions).toEqual([{ emoji, count: 1, isMine: true }]);
    expect((await reader.do(unreact, at(message, emoji))).reactions).toEqual([]);
  });

  it.for(['a', '👍👍', '<b>', '👍 ', '%F0%9F%91%8D', 'x👍'])('refuses %j, which is not one emoji', async (emoji) => {
    const message = await say(author, threadId, 'Two marks.');

    expect((await reader.refused(react, at(message, emoji))).errors).toEqual([{ field: 'emoji', message: 'must be one emoji' }]);
  });

  it('is refused on a deleted message', async () => {
    const message = await say(author, threadId, 'Two marks.');
    await author.do(deleteMessage, { params: { messageId: message.id } });

    expect((await reader.refused(react, at(message, '👍'))).code).toBe('message.deleted');
  });
});
