import { allRoutes } from '@landbridge/contract';
import { createCommunity } from '@landbridge/contract/communities';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { servedRoutes } from '../../testing/served-routes.ts';
import { newClientId } from '../../testing/world.ts';
import { Readiness } from './readiness.ts';

const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string(), responses: z.object({}).loose() }))),
});

describe('observability', () => {
  let server: TestServer;
  const lines: string[] = [];
  beforeAll(async () => {
    server = await startTestServer({ LOG_LEVEL: 'info' }, { logTo: { write: (line) => void lines.push(line) } });
  });
  afterAll(() => server.stop());

  it('says that the process lives, and what it needs to be ready', async () => {
    expect((await server.visitor().send('GET', '/health/live')).body).toEqual({ status: 'ok' });
    expect((await server.visitor().send('GET', '/health/ready')).body).toEqual({
      status: 'ok',
      checks: { database: 'ok', schema: 'ok', queue: 'ok', process: 'ok' },
    });
  });

  it('describes every route that is served, and no other', async () => {
    const { paths } = document.parse((await server.visitor().send('GET', '/api/openapi.json')).body);

    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = servedRoutes(server.running.application).filter((key) => / \/api\/(?!docs|openapi)/.test(key));
    expect(described.toSorted()).toEqual(served.toSorted());
    expect(
      Object.values(paths)
        .flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
        .toSorted(),
    ).toEqual(allRoutes.map(({ name }) => name).toSorted());
  });

  it('counts requests by the pattern of their route', async () => {
    await server.visitor().send('GET', '/api/threads/0198f4b2-0000-7000-8000-000000000001');

    const { body } = await server.visitor().send('GET', '/metrics');

    expect(body).toContain('landbridge_http_request_seconds_count{method="GET",route="/api/threads/:threadId",status="4xx"} 1');
    expect(body).toContain('landbridge_sockets 0');
    expect(body).not.toContain('0198f4b2');
  });

  it('gives figures to this machine alone, not to what a proxy on it forwards', async () => {
    const { status } = await server.visitor().send('GET', '/metrics', undefined, { 'x-forwarded-for': '203.0.113.9' });

    expect(status).toBe(404);
  });

  it('logs one line a request with its id, and nothing that its address holds', async () => {
    const { headers } = await server.visitor().send('GET', '/api/threads/titles?q=secret-search');

    const id = headers.get('x-request-id');
    await expect.poll(() => lines.filter((line) => line.includes(String(id)))).toHaveLength(1);
    const line = z
      .object({ place: z.string(), status: z.int(), level: z.int() })
      .parse(JSON.parse(lines.find((text) => text.includes(String(id))) ?? ''));
    expect(line).toEqual({ place: '/api/threads/titles', status: 401, level: 30 });
    expect(lines.join('')).not.toContain('secret-search');
  });

  it('says of a failure what and where, and nothing that somebody wrote', async () => {
    const person = await server.person('Adwoa Mensah');
    await server.database.pool.query(
      `create function break() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
    );
    await server.database.pool.query('create trigger break before insert on communities execute function break()');

    const { status } = await person.request(createCommunity, {
      body: { clientId: newClientId(), name: 'Secret bolts', visibility: 'open', domain: '', people: '', practice: '' },
    });

    expect(status).toBe(500);
    const logged = () => lines.find((line) => line.includes('A request failed.'));
    await expect.poll(logged).toBeDefined();
    const said = { name: 'QueryFailedError', code: 'P0001', message: 'broken', calls: expect.stringContaining('create-community.ts') };
    expect(JSON.parse(logged() ?? '')).toMatchObject({ error: said });
    expect(lines.join('')).not.toContain('Secret bolts');
  });

  it('is not ready while it stops', async () => {
    server.running.application.get(Readiness).stop();

    const { status, body } = await server.visitor().send('GET', '/health/ready');

    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'not ready', checks: { process: 'failing' } });
  });
});

describe('figures with a token', () => {
  it('are for whoever has it', async () => {
    const token = 'a-token-of-some-length';
    const server = await startTestServer({ METRICS_TOKEN: token });
    const ask = (authorization: string) => server.visitor().send('GET', '/metrics', undefined, { authorization });

    expect((await ask(`Bearer ${token}`)).status).toBe(200);
    expect((await ask('Bearer another-of-some-lengt')).status).toBe(404);
    expect((await ask('')).status).toBe(404);
    await server.stop();
  });
});
