import { personId, type CommunityId } from '@landbridge/contract';
import { joinCommunity } from '@landbridge/contract/communities';
import * as threads from '@landbridge/contract/threads';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, follow, foundCommunity, newClientId, say, startThread } from '../../testing/world.ts';

describe('what a message may name', () => {
  let server: TestServer;
  let author: TestPerson;
  let outsider: TestPerson;
  let open: threads.ThreadView;
  let hidden: threads.ThreadView;
  beforeAll(async () => {
    server = await startTestServer();
    author = await server.person('Author Adams');
    outsider = await server.person('Outsider Okoye');
    open = (await startThread(author, (await foundCommunity(author)).id)).thread;
    hidden = (await startThread(author, (await foundCommunity(author, { visibility: 'private' })).id)).thread;
  });
  afterAll(() => server.stop());

  const refusal = async (person: TestPerson, threadId: threads.ThreadView['id'], markdown: string) =>
    (await person.refused(threads.postMessage, { params: { threadId }, body: { clientId: newClientId(), markdown } })).code;
  const mention = (person: TestPerson) => `[@somebody](person:${person.id}), look.`;
  const quote = ({ id }: threads.MessageView, words: string) => `> [somebody](message:${id})\n> ${words}\n\nSo.`;

  it('is a person who may read it, by the name they have today', async () => {
    const { html, named } = await say(author, open.id, mention(outsider));

    expect(html).toContain(`<a class="mention" data-person="${outsider.id}"></a>`);
    expect(named).toEqual([{ id: outsider.id, name: 'Outsider Okoye' }]);
  });

  it('is nobody unknown, nobody deactivated, and nobody outside a private community', async () => {
    const gone = await server.person('Gone Gustafsson');
    await server.deactivate(gone);
    const unknown = personId.parse(uuid());

    expect(await refusal(author, open.id, `[@x](person:${unknown}) hi`)).toBe('message.unknown-mention');
    expect(await refusal(author, open.id, mention(gone))).toBe('message.unknown-mention');
    expect(await refusal(author, hidden.id, mention(outsider))).toBe('message.unknown-mention');
  });

  it('is a message with words that are in it', async () => {
    const source = await say(author, open.id, 'Two marks, one on the **nut**.');

    const { html, named } = await say(outsider, open.id, quote(source, 'one on the nut.'));

    expect(html).toContain(`data-message="${source.id}" data-person="${author.id}"`);
    expect(named).toEqual([{ id: author.id, name: 'Author Adams' }]);
    expect(await refusal(outsider, open.id, quote(source, 'three marks'))).toBe('message.unknown-quote');
  });

  it('is no message that the author may not read, that is deleted, or that never was', async () => {
    const secret = await say(author, hidden.id, 'Secret words.');
    const deleted = await say(author, open.id, 'Gone words.');
    await author.do(threads.deleteMessage, { params: { messageId: deleted.id } });

    expect(await refusal(outsider, open.id, quote(secret, 'Secret words.'))).toBe('message.unknown-quote');
    expect(await refusal(outsider, open.id, `[there](message:${secret.id})`)).toBe('message.unknown-quote');
    expect(await refusal(author, open.id, quote(deleted, 'Gone words.'))).toBe('message.unknown-quote');
    expect(await refusal(author, open.id, `[there](message:${uuid()})`)).toBe('message.unknown-quote');
  });

  it('tells nothing in a preview about messages that are not for the reader', async () => {
    const secret = await say(author, hidden.id, 'Secret words.');
    const preview = (id: string) => outsider.do(threads.previewMarkdown, { body: { markdown: `> [x](message:${id})\n> words` } });
    const unknown = uuid();

    const shown = await preview(secret.id);

    expect(shown.named).toEqual([]);
    expect(shown.html.replaceAll(secret.id, unknown)).toBe((await preview(unknown)).html);
  });

  it('answers a message of the same thread that is still there', async () => {
    const elsewhere = await startThread(author, (await foundCommunity(author)).id);
    const foreign = elsewhere.messages[0];
    const reply = (replyToId: string) =>
      author.request(threads.postMessage, { params: { threadId: open.id }, body: { clientId: newClientId(), markdown: 'So.', replyToId } });

    expect((await reply(foreign?.id ?? '')).body).toMatchObject({ code: 'message.not-found' });
    expect((await reply(uuid())).body).toMatchObject({ code: 'message.not-found' });
  });
});

describe('edit message', () => {
  let server: TestServer;
  let author: TestPerson;
  let reader: TestPerson;
  let thread: threads.ThreadView;
  let communityId: CommunityId;
  beforeAll(async () => {
    server = await startTestServer();
    author = await server.person('Author Adams');
    reader = await server.person('Reader Rasmussen');
    communityId = (await foundCommunity(author)).id;
    await bring(author, reader, communityId);
    thread = (await startThread(author, communityId)).thread;
  });
  afterAll(() => server.stop());

  const edit = (person: TestPerson, { id, version }: threads.MessageView, markdown: string) =>
    person.do(threads.editMessage, { params: { messageId: id }, body: { version, markdown } });
  const followsOf = async (person: TestPerson) =>
    (await person.do(threads.getThread, { params: { threadId: thread.id } })).thread.readState.follows;

  it('keeps the former text for its author and the leaders', async () => {
    const message = await say(reader, thread.id, 'Two marks.');

    const edited = await edit(reader, message, 'Three marks.');

    expect(edited).toMatchObject({ version: 2, editedAt: expect.any(String), html: '<p>Three marks.</p>\n' });
    for (const person of [reader, author]) {
      const { versions } = await person.do(threads.getMessageHistory, { params: { messageId: message.id } });
      expect(versions.map(({ version, markdown }) => [version, markdown])).toEqual([[1, 'Two marks.']]);
    }
  });

  it('follows the thread for whoever is mentioned now', async () => {
    const mentioned = await server.person('Mentioned Møller');
    const message = await say(author, thread.id, 'Who knows?');

    await edit(author, message, `[@m](person:${mentioned.id}) knows.`);

    expect(await followsOf(mentioned)).toBe('following');
  });

  it('follows the thread again neither for its author nor for whoever was mentioned before', async () => {
    const mentioned = await server.person('Mentioned Møller');
    await mentioned.do(joinCommunity, { params: { communityId: communityId } });
    const message = await say(reader, thread.id, `[@m](person:${mentioned.id}) knows.`);
    await follow(reader, thread.id, 'none');
    await follow(mentioned, thread.id, 'none');

    await edit(reader, message, `[@m](person:${mentioned.id}) knows better.`);

    expect([await followsOf(reader), await followsOf(mentioned)]).toEqual(['none', 'none']);
  });

  it('goes on when what the message quotes was deleted meanwhile, without its words', async () => {
    const source = await say(author, thread.id, 'Gone words.');
    const header = `> [somebody](message:${source.id})`;
    const message = await say(reader, thread.id, `${header}\n> Gone words.\n\nSo.`);
    await author.do(threads.deleteMessage, { params: { messageId: source.id } });
    const stored = () => reader.do(threads.getMessageSource, { params: { messageId: message.id } });
    await expect.poll(async () => (await stored()).markdown).not.toContain('Gone');

    const edited = await edit(reader, message, `${header}\n\nSo it is.`);

    const again = { params: { messageId: message.id }, body: { version: edited.version, markdown: `${header}\n> Gone words.\n\nSo.` } };
    expect(edited).toMatchObject({ excerpt: 'So it is.', named: [{ id: author.id }] });
    expect((await reader.refused(threads.editMessage, again)).code).toBe('message.unknown-quote');
  });

  it('is refused when somebody changed the thread title meanwhile: nothing of theirs is lost', async () => {
    const { thread: stored } = await startThread(author, communityId);
    const rename = (title: string) => ({ params: { threadId: stored.id }, body: { version: 1, title } });
    await author.do(threads.changeThread, rename('First'));

    const refused = await author.refused(threads.changeThread, rename('Second'));

    expect(refused).toMatchObject({ code: 'version.stale', current: { title: 'First', isClosed: false, version: 2 } });
  });

  it('is refused in a closed thread, where reading goes on', async () => {
    const { thread: closed, messages } = await startThread(author, communityId);
    await author.do(threads.changeThread, { params: { threadId: closed.id }, body: { version: 1, isClosed: true } });
    const first = messages[0]?.id ?? uuid();

    const params = { messageId: first };
    expect((await author.refused(threads.editMessage, { params, body: { version: 1, markdown: 'x' } })).code).toBe('thread.closed');
    expect((await author.refused(threads.react, { params: { messageId: first, emoji: '👍' } })).code).toBe('thread.closed');
    expect((await author.do(threads.getThread, { params: { threadId: closed.id } })).thread.can).toMatchObject({
      post: false,
      reopen: true,
    });
  });
});
