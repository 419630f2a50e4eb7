import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillFirstRelease, firstReleaseCount } from '../../testing/slice-rows.ts';
import { createEmptyDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { startTestServer } from '../../testing/test-server.ts';
import { migrateThrough } from './migrate.ts';
import { migrations } from './migrations.ts';

const messageCount = 100_000;
/** R10: what a running process may have to wait for a lock. */
const patience = '2s';

describe('the migrations after the first release', () => {
  const names = migrations().map(({ name }) => name);
  const later = names.slice(firstReleaseCount);
  let database: TestDatabase;
  let client: Client;
  let before: Record<string, number>;
  /** Migration and statement that had to wait too long. */
  const held: string[] = [];

  const connect = async (): Promise<Client> => {
    const connected = new Client({ connectionString: database.url });
    await connected.connect();
    return connected;
  };

  const rowCounts = async (): Promise<Record<string, number>> => {
    const { rows } = await client.query<{ table: string; count: number }>(
      `select relname as table, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text::int as count
       from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'`,
    );
    return Object.fromEntries(rows.map(({ table, count }) => [table, count]));
  };

  /** Reads and writes as an older process would, again and again, until the work is done. */
  const keepServing = async (name: string, work: Promise<void>): Promise<void> => {
    const served = await connect();
    await served.query(`set lock_timeout = '${patience}'`);
    let isOver = false;
    const working = work.finally(() => (isOver = true));
    const statements = [
      ...Object.keys(before).map((table) => `select from ${table} limit 1`),
      'update messages set version = version where position = 1',
      `update people set theme = theme where name = 'Person 1'`,
    ];
    const use = async (statement: string) => {
      await served.query(statement).catch((error: Error) => held.push(`${name}: ${statement}: ${error.message}`));
    };
    while (!isOver) for (const statement of statements) await use(statement);
    await served.end();
    await working;
  };

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await migrateThrough(database.url, names.slice(0, firstReleaseCount));
    client = await connect();
    await fillFirstRelease(client, messageCount);
    before = await rowCounts();
    for (const [index, name] of later.entries())
      await keepServing(name, migrateThrough(database.url, names.slice(0, firstReleaseCount + index + 1)));
  }, 120_000);

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('are tried on rows in every table', () => {
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('keep every row', async () => {
    expect(await rowCounts()).toMatchObject(before);
  });

  it('keep nobody waiting while they run', () => {
    expect(held).toEqual([]);
  });

  it('leave every rule checked and every index whole', async () => {
    const { rows: rules } = await client.query('select conname from pg_constraint where not convalidated');
    const { rows: indexes } = await client.query('select indexrelid::regclass::text as name from pg_index where not indisvalid');

    expect([...rules, ...indexes]).toEqual([]);
  });

  it('leave a database that the server starts on', async () => {
    const server = await startTestServer({}, { on: database });

    expect((await server.visitor().send('GET', '/health/ready')).status).toBe(200);
    await server.running.stop();
  });
});
