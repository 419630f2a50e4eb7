import { messagePosted, watchThread } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, say, startThread } from '../../testing/world.ts';

describe('outbox', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const rows = async () => (await server.database.pool.query('select from outbox')).rowCount;

  it('is told by the sweeper, in order, when the process that wrote died before telling', async () => {
    const reader = await (await server.person('Reader Rasmussen')).connect();
    const { id } = await foundCommunity(reader);
    const { thread } = await startThread(reader, id);
    await reader.ask(watchThread, { threadId: thread.id });
    const message = await say(reader, thread.id, 'Told by the living.');
    await reader.hears(messagePosted);

    // What a killed process leaves: rows that are committed and older than any telling takes.
    await server.database.pool.query(
      `insert into outbox (rooms, event, payload, created_at)
       select array[$1], $2, $3::jsonb || jsonb_build_object('seq', n), now() - interval '10 seconds' from generate_series(3, 7) as n`,
      [`thread:${thread.id}`, messagePosted.name, JSON.stringify({ threadId: thread.id, message, heardUnitIds: [] })],
    );

    await reader.hears(messagePosted, ({ seq }) => seq === 7);
    const told = reader.heard
      .filter(({ name }) => name === messagePosted.name)
      .map(({ payload }) => messagePosted.payload.parse(payload).seq);
    expect(told).toEqual([2, 3, 4, 5, 6, 7]);
    await expect.poll(rows).toBe(0);
    reader.disconnect();
  });

  it('keeps nothing of what was told', async () => {
    const author = await server.person('Author Adams');
    const { id } = await foundCommunity(author);

    await startThread(author, id);

    await expect.poll(rows).toBe(0);
  });

  it('tells nothing of a write that was rolled back', async () => {
    const author = await (await server.person('Author Adams')).connect();
    const { id } = await foundCommunity(author);
    const { thread } = await startThread(author, id);
    await author.ask(watchThread, { threadId: thread.id });
    await server.database.pool.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$;
       create constraint trigger refuse after insert on messages deferrable initially deferred for each row execute function refuse()`,
    );

    await expect(say(author, thread.id, 'Not to be told.')).rejects.toThrow('503');
    await server.database.pool.query('drop trigger refuse on messages');
    await say(author, thread.id, 'To be told.');

    await author.hears(messagePosted);
    expect(JSON.stringify(author.heard)).not.toContain('Not to be told.');
    author.disconnect();
  });
});
