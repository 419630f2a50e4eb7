import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

/** `fetch` sets Host by itself; this asks under any name. */
const statusUnder = (url: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end();
  });

describe('a foreign host', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('is refused, so that no website can make its own name mean this machine', async () => {
    expect(await statusUnder(`${server.url}/api/setup`, 'evil.example')).toBe(421);
  });

  it('is no matter for health, which balancers ask by address', async () => {
    expect(await statusUnder(`${server.url}/health/live`, '10.0.0.7')).toBe(200);
  });

  it('is none of the names of loopback, which are one', async () => {
    const { port } = new URL(server.url);

    expect(await statusUnder(`${server.url}/api/setup`, `localhost:${port}`)).toBe(200);
  });
});
