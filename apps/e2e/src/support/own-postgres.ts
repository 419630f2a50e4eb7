import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres, type RunningPostgres } from '../../../../tools/postgres/embedded-postgres.ts';
import type { TestDatabase } from './test-database.ts';

export interface OwnPostgres extends TestDatabase {
  /** `kill -9` of the whole of it. */
  kill(): Promise<void>;
  /** Fast shutdown: what was under way is rolled back. */
  stop(): Promise<void>;
  /** Comes back at the same address. @returns when it takes connections */
  start(): Promise<void>;
  /** Ends every connection but this one. */
  cutConnections(): Promise<void>;
}

/** A PostgreSQL that tests may do anything to; durable, as an installation's. */
export const startOwnPostgres = async (): Promise<OwnPostgres> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'landbridge-faults-'));
  let running: RunningPostgres = await startPostgres({ dataFolder, mode: 'durable' });
  const { url, port } = running;
  return {
    url,
    kill: async () => {
      process.kill(running.pid, 'SIGKILL');
      await running.ended;
    },
    stop: () => running.stop(),
    start: async () => {
      running = await startPostgres({ dataFolder, mode: 'durable', port });
    },
    cutConnections: async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await client.end();
    },
    drop: async () => {
      await running.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
