import { listUnits } from '@landbridge/contract/organisation';
import * as threads from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, newClientId, say, startThread, upload } from '../../testing/world.ts';

describe('files of a message', () => {
  let server: TestServer;
  let author: TestPerson;
  let reader: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    author = await server.person('Author Adams', { unit: 'Towers' });
    reader = await (await server.person('Reader Rasmussen')).connect();
  });
  afterAll(async () => {
    reader.disconnect();
    await server.stop();
  });

  const newThread = async () => (await startThread(author, (await foundCommunity(author)).id)).thread.id;
  const three = async () =>
    [await upload(author, 'a.txt', 'A'), await upload(author, 'b.txt', 'B'), await upload(author, 'c.txt', 'C')] as const;
  const edit = (message: threads.MessageView, body: { markdown: string; fileIds?: string[] }) =>
    author.do(threads.editMessage, { params: { messageId: message.id }, body: { version: message.version, ...body } });

  it('are shown in their order, to everybody and live', async () => {
    const threadId = await newThread();
    await reader.ask(threads.watchThread, { threadId });
    const [a, b] = await three();

    const message = await say(author, threadId, 'Both logs.', { fileIds: [b.id, a.id] });

    expect(message.files).toEqual([b, a]);
    const heard = await reader.hears(threads.messagePosted, (posted) => posted.message.id === message.id);
    expect(heard.message.files).toEqual([b, a]);
  });

  it('go with the first message of a thread, in a community and across units', async () => {
    const [a, b] = await three();
    const { id: communityId } = await foundCommunity(author);
    const first = { clientId: newClientId(), title: 'Two logs', markdown: '', fileIds: [a.id] };
    const unitIds = (await author.do(listUnits)).units.slice(0, 1).map((unit) => unit.id);

    const inCommunity = await author.do(threads.openThread, { params: { communityId }, body: first });
    const across = await author.do(threads.openCrossUnitThread, {
      body: { ...first, clientId: newClientId(), question: '', markdown: 'This log.', fileIds: [b.id], unitIds },
    });
    const empty = await author.refused(threads.openThread, {
      params: { communityId },
      body: { ...first, clientId: newClientId(), fileIds: [] },
    });

    expect([inCommunity, across].map(({ messages }) => messages[0]?.files)).toEqual([[a], [b]]);
    expect(empty.errors).toEqual([{ field: 'markdown', message: 'must say something' }]);
  });

  it('may be all of it, and then give its first line', async () => {
    const [a] = await three();

    const message = await say(author, await newThread(), '', { fileIds: [a.id] });

    expect(message).toMatchObject({ html: '', excerpt: 'a.txt', files: [a] });
  });

  it('are needed where there are no words', async () => {
    const threadId = await newThread();
    const [a] = await three();
    const message = await say(author, threadId, '', { fileIds: [a.id] });
    const empty = { clientId: newClientId(), markdown: ' ' };

    const refusals = [
      await author.refused(threads.postMessage, { params: { threadId }, body: empty }),
      await author.refused(threads.editMessage, { params: { messageId: message.id }, body: { version: 1, markdown: ' ', fileIds: [] } }),
    ];

    expect(refusals.map(({ errors }) => errors)).toEqual([
      [{ field: 'markdown', message: 'must say something' }],
      [{ field: 'markdown', message: 'must say something' }],
    ]);
  });

  it('are taken once, and only from their sender', async () => {
    const threadId = await newThread();
    const [a, b] = await three();
    await say(author, threadId, 'The log.', { fileIds: [a.id] });
    const post = (person: TestPerson, fileIds: string[]) =>
      person.refused(threads.postMessage, { params: { threadId }, body: { clientId: newClientId(), markdown: 'Mine.', fileIds } });

    const codes = [await post(author, [a.id]), await post(reader, [b.id]), await post(author, [b.id, newClientId()])].map(
      ({ code }) => code,
    );

    expect(codes).toEqual(['file.not-attachable', 'file.not-attachable', 'file.not-attachable']);
    expect((await say(author, threadId, 'Still there.', { fileIds: [b.id] })).files).toEqual([b]);
  });

  it('are changed by an edit: added, put in another order, left out for good', async () => {
    const threadId = await newThread();
    await reader.ask(threads.watchThread, { threadId });
    const [a, b, c] = await three();
    const message = await say(author, threadId, 'The logs.', { fileIds: [a.id, b.id] });

    const edited = await edit(message, { markdown: 'The logs.', fileIds: [c.id, a.id] });

    expect(edited).toMatchObject({ version: 2, files: [c, a] });
    expect((await reader.hears(threads.messageEdited, (event) => event.messageId === message.id)).files).toEqual([c, a]);
    expect((await author.send('GET', `/api/files/${b.id}/original`)).status).toBe(404);
  });

  it('stay when an edit does not speak of them', async () => {
    const [a] = await three();
    const message = await say(author, await newThread(), 'The log.', { fileIds: [a.id] });

    expect((await edit(message, { markdown: 'The log of Monday.' })).files).toEqual([a]);
  });

  it('go with it when it is deleted, from what is shown and what is kept', async () => {
    const threadId = await newThread();
    const [a] = await three();
    const message = await say(author, threadId, '', { fileIds: [a.id] });

    const deleted = await author.do(threads.deleteMessage, { params: { messageId: message.id } });

    expect(deleted).toMatchObject({ files: [], excerpt: '' });
    const { rows } = await server.database.pool.query('select 1 from message_files where message_id = $1', [message.id]);
    expect(rows).toEqual([]);
  });
});
