import { pathFor } from '@landbridge/contract';
import { getMe } from '@landbridge/contract/identity';
import { getThread, postMessage } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, newClientId, startThread } from '../../testing/world.ts';

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

  const worldOf = async () => {
    const person = await server.person('Adwoa Mensah');
    const { thread } = await startThread(person, (await foundCommunity(person)).id);
    return { person, thread, body: { clientId: newClientId(), markdown: 'Torque fades on the upper flange.' } };
  };

  it('may be read-only for a while: reading goes on, what is written is refused and stored later', async () => {
    const { person, thread, body } = await worldOf();
    const other = await server.connect();
    const renew = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'landbridge' and datname = current_database()`;
    const turn = async (state: 'on' | 'off') => {
      await other.query(
        `do $$ begin execute format('alter database %I set default_transaction_read_only = ${state}', current_database()); end $$`,
      );
      await other.query(renew);
    };
    const post = () => person.send('POST', pathFor(postMessage.path, { threadId: thread.id }), body);

    await turn('on');
    await expect.poll(async () => (await post()).body).toMatchObject({ status: 503, code: 'service.read-only', retryAfterSeconds: 30 });
    expect((await person.request(getThread, { params: { threadId: thread.id } })).status).toBe(200);
    await other.query('set default_transaction_read_only = off');
    await turn('off');

    await expect.poll(async () => (await post()).status).toBe(201);
    await other.end();
  });

  it('may have no space: what is written is refused, nothing of it is stored, and it is stored once there is', async () => {
    const { person, thread, body } = await worldOf();
    const other = await server.connect();
    await other.query(`create function no_space() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = '53100'; end $$`);
    await other.query('create trigger no_space before insert on outbox execute function no_space()');

    const refused = await person.refused(postMessage, { params: { threadId: thread.id }, body });

    expect(refused).toMatchObject({ status: 503, code: 'service.out-of-space', retryAfterSeconds: 30 });
    await other.query('drop trigger no_space on outbox');
    expect(await person.do(postMessage, { params: { threadId: thread.id }, body })).toMatchObject({ position: 2 });
    await other.end();
  });
});
