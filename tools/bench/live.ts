import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from '../launcher/paths.ts';
import type { Arrivals, ReadersOrder } from './support/live-readers.ts';
import { numberArgument, quantile, report, rounded, type Row } from './support/report.ts';
import { databaseUrl, startFloor, startServer, type MeasuredServer } from './support/server.ts';
import { makeWorld, type World } from './support/world.ts';

// P2: a post, from the moment it should be sent to its arrival in about a hundred other browsers, durable before it is acknowledged.

const size = { people: 1_000, communities: 10, threadsPerCommunity: 5, messagesPerThread: 20 };
const firstRate = 50;
const rates = [50, 100, 150, 200, 300, 400, 600, 800];
const seconds = numberArgument('seconds', 10);
const mostP99Ms = 200;
/** What is still under way when the last message was sent. */
const settleMs = 1_500;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const now = (): number => performance.timeOrigin + performance.now();

interface Posted {
  readonly acknowledgedMs: number;
}

/** Sends one message whose text says when it should have been sent. @returns how long its acknowledgement took */
const post = (url: string, { cookie, thread, at }: { cookie: string; thread: string; at: number }): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({
      clientId: randomUUID(),
      markdown: `The joint holds, checked at ${at.toFixed(3)} ms by the early shift.`,
    });
    const sent = request(`${url}/api/threads/${thread}/messages`, {
      method: 'POST',
      agent,
      headers: { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    sent.on('response', (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 201
          ? resolve({ acknowledgedMs: now() - at })
          : reject(new Error(`A post was answered ${answer.statusCode}.`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Posts at an even rate whatever the server does, so that waiting is measured and not left out. */
const postAtRate = async (url: string, world: World, rate: number): Promise<Posted[]> => {
  const begun = now();
  const posts: Promise<Posted>[] = [];
  for (let n = 0; n < rate * seconds; n++) {
    const at = begun + (n * 1_000) / rate;
    const early = at - now();
    if (early > 1) await wait(early);
    const person = world.people[(n * 7) % world.people.length];
    const threads = world.threads[person?.community ?? 0] ?? [];
    posts.push(post(url, { cookie: person?.cookie ?? '', thread: threads[n % threads.length] ?? '', at }));
  }
  return Promise.all(posts);
};

const answerOf = <T>(child: ChildProcess): Promise<T> => new Promise((resolve) => child.once('message', (said: T) => resolve(said)));

const startReaders = async (url: string, world: World): Promise<ChildProcess> => {
  const child = fork(inRoot('tools/bench/support/live-readers.ts'), [], { serialization: 'advanced' });
  const order: ReadersOrder = {
    url,
    readers: world.people.map(({ cookie, community }) => ({ cookie, threads: world.threads[community] ?? [] })),
  };
  const connected = answerOf(child);
  child.send(order);
  await connected;
  return child;
};

const readersPerThread = size.people / size.communities;

const measureRate = async (readers: ChildProcess, url: string, world: World, rate: number) => {
  readers.send('begin');
  const posted = await postAtRate(url, world, rate);
  await wait(settleMs);
  const collected = answerOf<Arrivals>(readers);
  readers.send('collect');
  const { latenciesMs, sockets } = await collected;
  const wanted = posted.length * readersPerThread;
  if (latenciesMs.length !== wanted || sockets !== size.people)
    throw new Error(`${wanted} arrivals at ${size.people} sockets were due; ${latenciesMs.length} came at ${sockets}.`);
  return {
    rate,
    acknowledged: quantile(
      posted.map(({ acknowledgedMs }) => acknowledgedMs),
      0.5,
    ),
    p50: quantile(latenciesMs, 0.5),
    p99: quantile(latenciesMs, 0.99),
  };
};

const measure = async (name: string, server: MeasuredServer, world: World): Promise<Row[]> => {
  const readers = await startReaders(server.url, world);
  await measureRate(readers, server.url, world, firstRate);
  const rows: Row[] = [];
  for (const rate of rates) {
    const { acknowledged, p50, p99 } = await measureRate(readers, server.url, world, rate);
    rows.push({
      server: name,
      'posts/s': rate,
      'acknowledged p50 ms': rounded(acknowledged),
      'seen p50 ms': rounded(p50),
      'seen p99 ms': rounded(p99),
    });
    if (p99 > mostP99Ms) break;
  }
  readers.disconnect();
  await server.stop();
  return rows;
};

const warm = await startServer();
await warm.stop();
const world = await makeWorld(databaseUrl(), size);
const rows = [
  ...(await measure('product', await startServer(), world)),
  ...(await measure('floor', await startFloor('live-floor.ts'), world)),
];
report(
  'live: from post to about a hundred other browsers',
  { ...size, sockets: size.people, threadsPerSocket: 5, seconds, fsync: 'on', synchronousCommit: 'on', limits: 'on' },
  rows,
);
process.exit(0);
