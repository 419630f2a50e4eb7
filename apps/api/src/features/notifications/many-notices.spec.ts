import { listNotices } from '@landbridge/contract/notifications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedStatements } from '../../platform/database/query.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, startThread } from '../../testing/world.ts';

const uuidOf = (prefix: string) => `('${prefix}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

describe('a hundred thousand notices', () => {
  let server: TestServer;
  let reader: TestPerson;
  let threadId: string;
  beforeAll(async () => {
    server = await startTestServer();
    const convener = await server.person('Convener Carvalho');
    reader = await server.person('Reader Rasmussen', { unit: 'Towers' });
    const { id: communityId } = await foundCommunity(convener);
    await bring(convener, reader, communityId);
    threadId = (await startThread(convener, communityId)).thread.id;
    // Ten thousand threads, and two hundred people of whom each has five hundred notices; the reader has a thousand, thirty of them unread.
    await server.database.pool.query(`
      insert into people (id, name, email, created_at) select ${uuidOf('11111111')}, 'Person ' || n, 'p' || n || '@norrgard.example', now() from generate_series(1, 200) n;
      insert into threads (id, community_id, title, opened_by, client_id, opened_at, last_message_at)
        select ${uuidOf('22222222')}, '${communityId}', 'Thread ' || n, '${convener.id}', ${uuidOf('33333333')}, now(), now() from generate_series(1, 10000) n;
      insert into notices (id, person_id, thread_id, kind, source_id, by_id, at, read_at)
        select gen_random_uuid(), p.id, t.id, 'mentioned', t.id, '${convener.id}', now() - make_interval(mins => (row_number() over ())::int % 50000),
          case when random() < 0.97 then now() end
        from (select id, row_number() over () as n from people where name like 'Person %') p
        join (select id, row_number() over () as m from threads where title like 'Thread %') t on (t.m + p.n) % 20 = 0;
      insert into notices (id, person_id, thread_id, kind, source_id, by_id, at, read_at)
        select gen_random_uuid(), '${reader.id}', ${uuidOf('22222222')}, 'mentioned', ${uuidOf('22222222')}, '${convener.id}', now() - make_interval(mins => n),
          case when n > 30 then now() end from generate_series(1, 1000) n;
      analyze notices; analyze threads; analyze people;
    `);
  }, 60_000);
  afterAll(() => server.stop());

  const planOf = async (name: string, values: readonly unknown[]): Promise<string> => {
    const { rows } = await server.database.pool.query<{ 'QUERY PLAN': string }>(`explain (analyze) ${namedStatements().get(name) ?? ''}`, [
      ...values,
    ]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const page = (show: string) => [reader.id, show, null, null, 30, new Date()];

  it.each([
    { name: 'notices.page', values: () => page('all'), index: 'notices_page' },
    { name: 'notices.page', values: () => page('unread'), index: 'notices_unread' },
    { name: 'notices.unread', values: () => [reader.id], index: 'notices_unread' },
    { name: 'notices.covered', values: () => [reader.id, threadId, 5], index: 'notices_subject' },
  ])('$name goes by $index and reads no large table through', async ({ name, values, index }) => {
    const plan = await planOf(name, values());

    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (notices|threads)/);
  });

  it('are read in pages, each in a moment', async () => {
    const plan = await planOf('notices.page', page('all'));

    expect(Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1])).toBeLessThan(100);
    expect((await reader.do(listNotices, { query: { limit: 100 } })).notices).toHaveLength(100);
  });
});
