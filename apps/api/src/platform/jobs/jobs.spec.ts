import { askForLink } from '@landbridge/contract/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { Jobs } from './jobs.ts';

describe('jobs', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const waiting = async (): Promise<number> =>
    Number((await server.database.pool.query('select count(*) from graphile_worker._private_jobs')).rows[0]?.count);
  /** A job that a process took and died with. */
  const leaveLockedBy = async (worker: string): Promise<void> => {
    await server.database.pool.query(
      `select graphile_worker.add_job('identity.send-link', '{"email":"nobody@norrgard.example","purpose":"sign-in"}'::json, run_at => now() + interval '1 hour')`,
    );
    await server.database.pool.query(`update graphile_worker._private_jobs set locked_by = $1, locked_at = now(), run_at = now()`, [
      worker,
    ]);
  };

  it('run after the commit, and are done', async () => {
    await server.visitor().do(askForLink, { body: { email: 'nobody@norrgard.example', purpose: 'sign-in' } });

    await expect.poll(waiting).toBe(0);
  });

  it('of a dead process are free again when the next one starts', async () => {
    await server.running.application.get(Jobs).stop();
    await leaveLockedBy('worker-of-the-dead');

    await server.running.application.get(Jobs).start();

    await expect.poll(waiting).toBe(0);
  });

  it('of a living process stay with it', async () => {
    const living = await server.connect();
    await living.query(`select pg_advisory_lock(77120514, hashtext('worker-of-the-living'))`);
    await server.running.application.get(Jobs).stop();
    await leaveLockedBy('worker-of-the-living');

    await server.running.application.get(Jobs).start();

    const { rows } = await living.query('select locked_by from graphile_worker._private_jobs');
    expect(rows).toEqual([{ locked_by: 'worker-of-the-living' }]);
    await living.end();
  });

  it('stay with a process whose connections were cut', async () => {
    const shownBy = async (): Promise<number[]> => {
      const { rows } = await server.database.pool.query<{ pid: number }>(
        `select pid from pg_locks where locktype = 'advisory' and classid = 77120514 and granted
         and database = (select oid from pg_database where datname = current_database())`,
      );
      return rows.map(({ pid }) => pid);
    };
    await expect.poll(shownBy, { timeout: 10_000 }).toHaveLength(1);
    const [before] = await shownBy();
    const other = await server.connect();

    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'landbridge' and datname = current_database()`,
    );

    await expect.poll(shownBy, { timeout: 10_000 }).toEqual([expect.not.toBeOneOf([before])]);
    await other.end();
  });
});
