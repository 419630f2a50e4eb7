import { getMe } from '@landbridge/contract/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('the database', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('may cut every connection: what was under way fails, and the process lives', async () => {
    const person = await server.person('Adwoa Mensah');
    const other = await server.connect();
    const { pool, dataSource } = server.database;
    const underWay = Promise.allSettled([
      ...Array.from({ length: 3 }, () => pool.query('select pg_sleep(60)')),
      dataSource.query('select pg_sleep(60)'),
    ]);
    const sleeping = async () => {
      const { rows } = await other.query(
        `select 1 from pg_stat_activity where query = 'select pg_sleep(60)' and datname = current_database()`,
      );
      return rows.length;
    };
    await expect.poll(sleeping, { timeout: 10_000 }).toBe(4);

    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'landbridge' and datname = current_database()`,
    );

    const outcomes = await underWay;
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect((await person.do(getMe)).person.id).toBe(person.id);
    await other.end();
  });
});
