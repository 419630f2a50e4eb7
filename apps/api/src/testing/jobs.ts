import { vi } from 'vitest';
import type { TestServer } from './test-server.ts';

/** Waits until every job that is due was done: what follows from what was asked has followed. */
export const jobsDone = (server: TestServer): Promise<boolean> =>
  vi.waitUntil(
    async () => (await server.database.pool.query('select from graphile_worker._private_jobs where run_at <= now()')).rowCount === 0,
    { timeout: 5_000 },
  );
