import { livePath, serverStopping } from '@landbridge/contract';
import { getMe } from '@landbridge/contract/identity';
import type { MessageView } from '@landbridge/contract/threads';
import { Client } from 'pg';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Refused } from '../support/member.ts';
import { foundCommunity, say, startThread, startWorld, type World } from '../support/world.ts';

const postCount = 3;

describe('stopping the server by SIGTERM', () => {
  let world: World;
  let posted: PromiseSettledResult<MessageView>[];
  let retryAfterMs: number;
  let exitCode: number | null;
  let tookMs: number;

  beforeAll(async () => {
    world = await startWorld();
    const { administrator, url, server } = world;
    const thread = await startThread(administrator, (await foundCommunity(administrator)).id);
    const socket = io(url, {
      path: livePath,
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { cookie: administrator.cookie },
    });
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const told = new Promise<unknown>((resolve) => socket.once(serverStopping.name, resolve));

    const lock = await lockThreads(world.databaseUrl);
    const posting = Promise.allSettled(Array.from({ length: postCount }, (_, n) => say(administrator, thread.id, `Under way ${n}.`)));
    await lock.isWaitedForBy(postCount);
    const stoppedAt = performance.now();
    const stopping = server.terminate();
    retryAfterMs = serverStopping.payload.parse(await told).retryAfterMs;
    await lock.release();
    posted = await posting;
    exitCode = await stopping;
    tookMs = performance.now() - stoppedAt;
  });

  afterAll(() => world.stop());

  it('answers the requests that were under way', () => {
    expect(posted.map(({ status }) => status)).toEqual(Array.from({ length: postCount }, () => 'fulfilled'));
  });

  it('tells every socket to come back', () => {
    expect(retryAfterMs).toBeGreaterThan(0);
  });

  it('ends with exit code 0 within ten seconds', () => {
    expect(exitCode).toBe(0);
    expect(tookMs).toBeLessThan(10_000);
  });

  it('takes no new requests', async () => {
    await expect(world.administrator.do(getMe)).rejects.toBeInstanceOf(Refused);
  });
});

/** Holds every post in the middle of its transaction. */
const lockThreads = async (databaseUrl: string) => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('begin');
  await client.query('select from threads for update');
  const countWaiting = async (): Promise<number> => {
    const { rowCount } = await client.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    return rowCount ?? 0;
  };
  return {
    isWaitedForBy: (count: number) => vi.waitUntil(async () => (await countWaiting()) === count, { timeout: 5_000, interval: 10 }),
    release: async () => {
      await client.query('commit');
      await client.end();
    },
  };
};
