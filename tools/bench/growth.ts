import { Client } from 'pg';
import { atEvenRate, timed } from './support/even-rate.ts';
import { fillIssues } from './support/issues.ts';
import { measurePosts, startReaders } from './support/posting.ts';
import { beHome, reads, type Read } from './support/reads.ts';
import { numberArgument, quantile, report, rounded, type Row } from './support/report.ts';
import { databaseUrl, startServer, type MeasuredServer } from './support/server.ts';
import { makeWorld, type World, type WorldSize } from './support/world.ts';

// P7: the hot reads and a post while the organisation's history grows a hundredfold. The load stays the same and far from what the server can
// carry: it is the latency of each statement that is asked about, not a queue before it.

const sizes = [10_000, 100_000, 1_000_000].filter((messages) => messages <= numberArgument('messages', 1_000_000));
const seconds = numberArgument('seconds', 10);
const readsPerSecond = 100;
const postsPerSecond = 50;
const watchedThreads = 5;
const people = 1_000;
const communities = 10;
const messagesPerThread = 50;
/** A history grows with the years; what one person follows does not. */
const followed = 20;

const sizeOf = (messages: number): WorldSize => ({
  people,
  communities,
  threadsPerCommunity: messages / communities / messagesPerThread,
  messagesPerThread,
  followed,
});

/** Each size has a database of its own in the benchmark's cluster, so that none profits from the memory of another. */
const newDatabase = async (messages: number): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  const name = `growth_${messages}`;
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(databaseUrl());
  url.pathname = `/${name}`;
  process.env['BENCH_DATABASE_URL'] = url.href;
};

const measureRead = async (read: Read, world: World, server: MeasuredServer): Promise<number> => {
  const ask = (n: number, at: number) => {
    const { path, cookie } = read.ask(world, n);
    return timed(server.url + path, { at, status: 200, headers: { cookie } });
  };
  await atEvenRate({ rate: readsPerSecond, seconds: 3 }, ask);
  return quantile(await atEvenRate({ rate: readsPerSecond, seconds }, ask), 0.5);
};

const measureSize = async (messages: number): Promise<Map<string, number>> => {
  await newDatabase(messages);
  const migrated = await startServer();
  await migrated.stop();
  const world = await makeWorld(databaseUrl(), sizeOf(messages));
  await fillIssues(databaseUrl(), messages / 25);
  await beHome(databaseUrl());
  const server = await startServer();
  const found = new Map<string, number>();
  for (const read of reads) found.set(read.name, await measureRead(read, world, server));
  const watched = { ...world, threads: world.threads.map((threads) => threads.slice(0, watchedThreads)) };
  const readers = await startReaders(server.url, watched);
  const order = { url: server.url, world: watched, rate: postsPerSecond, seconds };
  await measurePosts(readers, order);
  const posts = await measurePosts(readers, order);
  found.set('post, acknowledged', posts.acknowledged);
  found.set('post, seen by others', posts.p50);
  readers.disconnect();
  await server.stop();
  return found;
};

const results: Map<string, number>[] = [];
for (const messages of sizes) results.push(await measureSize(messages));
const names = [...(results[0]?.keys() ?? [])];
const rows = names.map((name): Row => {
  const latencies = results.map((found) => found.get(name) ?? Number.NaN);
  const columns = latencies.map((latency, n) => [`ms at ${sizes[n]}`, rounded(latency, 2)] as const);
  return { what: name, ...Object.fromEntries(columns), growth: rounded((latencies.at(-1) ?? 0) / (latencies[0] ?? 1), 2) };
});
report(
  'growth: the same load on 10,000, 100,000 and 1,000,000 messages',
  {
    people,
    communities,
    messagesPerThread,
    readsPerSecond,
    postsPerSecond,
    sockets: people,
    seconds,
    fsync: 'on',
    mustReach: 'growth ≤ 1.3',
  },
  rows,
);
process.exit(0);
