import { watchThread } from '@landbridge/contract/threads';
import { v4 as uuid } from 'uuid';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { livePath } from '@landbridge/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { LiveServer } from './live-server.ts';
import { everybodyRoom } from './rooms.ts';

describe('a socket call', () => {
  let server: TestServer;
  let person: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    person = await (await server.person('Adwoa Mensah')).connect();
  });
  afterAll(async () => {
    person.disconnect();
    await server.stop();
  });

  const isStillThere = async (): Promise<boolean> => {
    const { problem } = await person.ask(watchThread, { threadId: uuid() });
    return person.isConnected && problem?.code === 'thread.not-found';
  };

  it.for(['thread.burn', '', '__proto__', 'constructor', 'x'.repeat(5_000)])('of the unknown name %j is answered', async (name) => {
    const { problem } = await person.askAnything(name, {});

    expect(problem).toMatchObject({ status: 404, code: 'route.not-found' });
    expect(await isStillThere()).toBe(true);
  });

  it.for([undefined, null, 42, 'text', [], {}, { threadId: 'x' }, { threadId: uuid(), more: 1 }, { threadId: 'x'.repeat(60_000) }])(
    'with a request that does not fit is answered: %j',
    async (request) => {
      const { problem } = await person.askAnything(watchThread.name, request);

      expect(problem).toMatchObject({ status: 422, code: 'request.invalid', errors: [{ field: expect.any(String) }] });
      expect(await isStillThere()).toBe(true);
    },
  );

  it('that wants no answer does no harm', async () => {
    person.emit('thread.burn', { threadId: 1 });
    person.emit(watchThread.name);

    expect(await isStillThere()).toBe(true);
  });

  it('larger than the limit ends this connection alone, which comes back by itself', async () => {
    const other = await (await server.person('Rui Carvalho')).connect();

    other.emit(watchThread.name, { threadId: 'x'.repeat(70_000) });

    await expect.poll(() => other.connections).toBe(2);
    expect(await isStillThere()).toBe(true);
    other.disconnect();
  });

  it('is refused for a while when there are a lot, without ending the connection', async () => {
    const hasty = await (await server.person('Hasty Hansen')).connect();

    const answers = await Promise.all(Array.from({ length: 601 }, () => hasty.askAnything('thread.burn', {})));

    expect(answers.filter(({ problem }) => problem?.code === 'request.too-many')).toHaveLength(1);
    expect(hasty.isConnected).toBe(true);
    hasty.disconnect();
  });

  it('is not even heard from another website', async () => {
    const socket = io(server.url, {
      path: livePath,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: person.cookie ?? '', origin: 'https://evil.example' },
    });

    const refused = await new Promise((resolve) => socket.once('connect_error', resolve));

    expect(refused).toBeInstanceOf(Error);
    socket.disconnect();
  });
});

describe('a slow reader', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  /** A browser that stops taking what it is sent. */
  const stalled = async (cookie: string): Promise<WebSocket> => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${livePath}/?EIO=4&transport=websocket`, { headers: { cookie } });
    await new Promise((resolve) => socket.on('message', (bytes) => (String(bytes).startsWith('40') ? resolve(null) : socket.send('40'))));
    socket.pause();
    return socket;
  };

  it('is let go before much waits for it, and nobody else misses anything', async () => {
    const live = server.running.application.get(LiveServer);
    const person = await (await server.person('Adwoa Mensah')).connect();
    const socket = await stalled(person.cookie ?? '');
    const text = 'x'.repeat(20_000);
    expect(live.socketCount).toBe(2);

    let told = 0;
    while (live.socketCount > 1 && told < 5_000) {
      live.tell([everybodyRoom], 'sample', { n: told, text });
      told += 1;
      await expect.poll(() => person.heard.length, { interval: 1 }).toBe(told);
    }

    expect(live.socketCount).toBe(1);
    expect(told).toBeLessThan(5_000);
    expect(person.connections).toBe(1);
    socket.terminate();
    person.disconnect();
  });
});
