import { once } from 'node:events';
import { connect } from 'node:net';
import { serverStopping } from '@landbridge/contract';
import { getThread, postMessage } from '@landbridge/contract/threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestPerson } from './testing/test-person.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { foundCommunity, newClientId, startThread } from './testing/world.ts';

describe('stop', () => {
  let server: TestServer;
  let person: TestPerson;
  beforeEach(async () => {
    server = await startTestServer();
    person = await (await server.person('Adwoa Mensah')).connect();
  });
  afterEach(async () => {
    person.disconnect();
    await server.drop();
  });

  it('finishes a request under way, and keeps what it wrote', async () => {
    const { id } = await foundCommunity(person);
    const { thread } = await startThread(person, id);
    // Somebody else holds the thread: the request is under way and waits.
    const lock = await server.connect();
    await lock.query('begin');
    await lock.query('select from threads where id = $1 for update', [thread.id]);
    const posting = person.request(postMessage, {
      params: { threadId: thread.id },
      body: { clientId: newClientId(), markdown: 'Just in time.' },
    });
    await expect
      .poll(
        async () =>
          (await lock.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)).rowCount,
      )
      .toBe(1);

    const stopped = server.running.stop();
    await lock.query('commit');

    expect((await posting).status).toBe(201);
    await stopped;
    const { rows } = await lock.query('select markdown from messages where thread_id = $1 order by position', [thread.id]);
    expect(rows.at(-1)?.markdown).toBe('Just in time.');
    await lock.end();
  });

  it('tells sockets to come back, and when', async () => {
    await server.running.stop();

    const { retryAfterMs } = await person.hears(serverStopping);
    expect(retryAfterMs).toBeLessThanOrEqual(5_000);
    await expect.poll(() => person.isConnected).toBe(false);
  });

  it('leaves no event behind in the outbox', async () => {
    const { id } = await foundCommunity(person);
    await startThread(person, id);

    await server.running.stop();

    const look = await server.connect();
    expect((await look.query('select from outbox')).rowCount).toBe(0);
    await look.end();
  });

  it('refuses with a problem what still arrives on an open connection', async () => {
    const { id } = await foundCommunity(person);
    const { thread } = await startThread(person, id);
    const { host, hostname, port } = new URL(server.url);
    const late = connect(Number(port), hostname);
    await once(late, 'connect');
    late.write(`GET /api/me HTTP/1.1\r\nHost: ${host}\r\n`);
    // Something under way holds the server open.
    const lock = await server.connect();
    await lock.query('begin');
    await lock.query('select from threads where id = $1 for update', [thread.id]);
    const posting = person.request(postMessage, { params: { threadId: thread.id }, body: { clientId: newClientId(), markdown: 'Last.' } });
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await expect.poll(async () => (await lock.query(waiting)).rowCount).toBe(1);
    const stopped = server.running.stop();
    await expect
      .poll(() =>
        fetch(`${server.url}/health/live`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');

    late.write('\r\n');
    const [answer] = await once(late, 'data');

    expect(String(answer)).toContain('HTTP/1.1 503');
    expect(String(answer)).toContain('"code":"service.stopping"');
    await lock.query('commit');
    expect((await posting).status).toBe(201);
    await stopped;
    await lock.end();
  });

  it('accepts nothing any more', async () => {
    await server.running.stop();

    await expect(person.request(getThread, { params: { threadId: newClientId() } })).rejects.toThrow('fetch failed');
  });
});
