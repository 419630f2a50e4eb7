import type { CommunityId, ThreadId } from '@landbridge/contract';
import {
  deleteMessage,
  editMessage,
  getMessageHistory,
  getMessageSource,
  getThread,
  listThreads,
  react,
  type MessageView,
} from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, say, startThread } from '../../testing/world.ts';

const words = 'Zirconium spacers';

describe('delete message', () => {
  let server: TestServer;
  let convener: TestPerson;
  let member: TestPerson;
  let place: { communityId: CommunityId; threadId: ThreadId };
  beforeAll(async () => {
    server = await startTestServer();
    convener = await server.person('Convener Carvalho');
    member = await server.person('Member Mensah');
    const community = await foundCommunity(convener);
    await bring(convener, member, community.id);
    place = { communityId: community.id, threadId: (await startThread(convener, community.id)).thread.id };
  });
  afterAll(() => server.stop());

  const remove = (message: MessageView) => convener.do(deleteMessage, { params: { messageId: message.id } });
  const edit = (person: TestPerson, message: MessageView, markdown: string) =>
    person.do(editMessage, { params: { messageId: message.id }, body: { version: message.version, markdown } });
  const quoting = (message: MessageView) => `> [Convener](message:${message.id})\n> ${message.excerpt}\n\nMine.`;

  /** Every text of the database that holds these words, by table. */
  const tablesHolding = async (text: string): Promise<string[]> => {
    const { rows } = await server.database.pool.query<{ name: string; found: boolean }>(
      `select format('%I.%I', table_schema, table_name) as name,
         query_to_xml(format('select 1 from %I.%I as any_row where any_row::text ilike %L limit 1', table_schema, table_name, '%' || $1 || '%'),
           false, true, '')::text <> '' as found
       from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
      [text],
    );
    return rows.filter(({ found }) => found).map(({ name }) => name);
  };

  it('leaves its place, and nothing of what it said', async () => {
    const message = await say(convener, place.threadId, words);
    await member.do(react, { params: { messageId: message.id, emoji: '👍' } });

    const deleted = await remove(message);

    const { messages } = await member.do(getThread, { params: { threadId: place.threadId }, query: { at: 'newest' } });
    expect(messages.at(-1)).toEqual(deleted);
    expect(deleted).toMatchObject({ position: message.position, html: '', excerpt: '', reactions: [], deletedAt: expect.any(String) });
    expect((await member.refused(getMessageSource, { params: { messageId: message.id } })).code).toBe('message.deleted');
  });

  it('takes its words out of the database altogether: text, history, waiting events, quotes and former texts of quotes', async () => {
    const first = await say(convener, place.threadId, `${words} of before`);
    const message = await edit(convener, first, `${words} of now`);
    await say(member, place.threadId, quoting(message));
    const edited = await say(member, place.threadId, quoting(message));
    await edit(member, edited, 'Without a quote now.');
    await say(member, place.threadId, 'A reply.', { replyToId: message.id });
    await server.database.pool.query(
      `insert into outbox (rooms, event, payload, about) select '{}', 'left-behind', jsonb_build_object('text', $1::text), id
       from messages where id = $2 or reply_to_id = $2`,
      [words, message.id],
    );
    expect(await tablesHolding(words)).toEqual(expect.arrayContaining(['public.messages', 'public.message_versions', 'public.outbox']));

    await remove(message);

    await expect.poll(() => tablesHolding(words)).toEqual([]);
  });

  it('keeps the header of a quote and what its author says', async () => {
    const message = await say(convener, place.threadId, words);
    const quote = await say(member, place.threadId, quoting(message));

    await remove(message);

    const source = () => member.do(getMessageSource, { params: { messageId: quote.id } });
    await expect.poll(async () => (await source()).markdown).toBe(`> [Convener](message:${message.id})\n\nMine.`);
    expect((await member.do(getMessageHistory, { params: { messageId: quote.id } })).versions).toEqual([]);
  });

  it('reaches every quote, however many there are', async () => {
    const message = await say(convener, place.threadId, words);
    const quote = await say(member, place.threadId, quoting(message));
    await server.database.pool.query(
      `with copies as (
         insert into messages (id, thread_id, position, changed_seq, author_id, client_id, markdown, html, renderer, excerpt, posted_at)
         select gen_random_uuid(), thread_id, position + n, changed_seq + n, author_id, gen_random_uuid(), markdown, html, renderer, excerpt, posted_at
         from messages, generate_series(1, 600) as n where id = $1 returning id),
       counted as (update threads set last_position = last_position + 600, last_seq = last_seq + 600 where id = $2)
       insert into message_quotes select id, $3 from copies`,
      [quote.id, place.threadId, message.id],
    );

    await remove(message);

    await expect.poll(() => tablesHolding(words), { timeout: 15_000, interval: 200 }).toEqual([]);
  });

  it('shows no first line in replies and lists any more', async () => {
    const message = await say(convener, place.threadId, words);
    const reply = await say(member, place.threadId, 'Where from?', { replyToId: message.id });

    await remove(message);
    await remove(await say(convener, place.threadId, 'The last word.'));

    const { messages } = await member.do(getThread, { params: { threadId: place.threadId }, query: { at: 'newest' } });
    const { threads } = await member.do(listThreads, { params: { communityId: place.communityId } });
    expect(messages.find(({ id }) => id === reply.id)?.replyTo).toMatchObject({ id: message.id, excerpt: null });
    expect(threads[0]?.lastExcerpt).toBe('');
  });

  it('is refused to everybody but its author, leaders too', async () => {
    const message = await say(member, place.threadId, words);

    expect((await convener.refused(deleteMessage, { params: { messageId: message.id } })).code).toBe('message.not-allowed');
  });
});
