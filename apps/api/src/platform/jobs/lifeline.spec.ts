import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { Lifeline } from './lifeline.ts';

describe('a lifeline', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const inUse = () => server.database.pool.totalCount - server.database.pool.idleCount;

  it('leaves no connection behind when it ends while it asks for one', async () => {
    await expect.poll(() => server.database.pool.waitingCount).toBe(0);
    const before = inUse();
    const lifeline = new Lifeline(server.database);

    const shown = lifeline.show('a worker that stops as it starts');
    await lifeline.end();
    await shown;

    await expect.poll(inUse).toBe(before);
  });

  it('takes no connection any more once it has ended', async () => {
    const lifeline = new Lifeline(server.database);
    await lifeline.end();
    const before = inUse();

    await lifeline.renew();

    expect(inUse()).toBe(before);
  });
});
