import autocannon from 'autocannon';
import { Client } from 'pg';
import { fillIssues } from './support/issues.ts';
import { report, rounded, numberArgument, type Row } from './support/report.ts';
import { databaseUrl, servedStatements, startFloor, startServer, type MeasuredServer } from './support/server.ts';
import { makeWorld, type World } from './support/world.ts';

// P1: hot reads beside a bare Fastify route that runs the same statement on the same data in the same run.

interface Read {
  readonly name: string;
  readonly statement: string;
  /** What the browser asks for, and the same statement's parameters. */
  readonly ask: (world: World, n: number) => { readonly path: string; readonly cookie: string; readonly values: readonly unknown[] };
}

const threadOf = (world: World, n: number) => {
  const person = world.people[n % world.people.length];
  const threads = world.threads[person?.community ?? 0] ?? [];
  return { person, thread: threads[Math.floor(n / world.people.length) % threads.length] ?? '' };
};

const reads: readonly Read[] = [
  {
    name: 'thread page, 50 messages',
    statement: 'threads.page',
    ask: (world, n) => {
      const { person, thread } = threadOf(world, n);
      return { path: `/api/threads/${thread}?at=newest`, cookie: person?.cookie ?? '', values: [thread, person?.id, 'newest', null, 50] };
    },
  },
  {
    name: 'thread list of a person, 50 threads',
    statement: 'threads.following',
    ask: (world, n) => {
      const { person } = threadOf(world, n);
      return { path: '/api/threads?show=following', cookie: person?.cookie ?? '', values: [person?.id, null, null, 50] };
    },
  },
  {
    name: 'unread overview',
    statement: 'threads.unread',
    ask: (world, n) => {
      const { person } = threadOf(world, n);
      return { path: '/api/unread', cookie: person?.cookie ?? '', values: [person?.id] };
    },
  },
  {
    name: 'open issues, 50',
    statement: 'issues.list-all',
    ask: (world, n) => {
      const { person } = threadOf(world, n);
      const filters = [null, null, null, null, null, null];
      return { path: '/api/issues?state=open', cookie: person?.cookie ?? '', values: [person?.id, ...filters, 'open', null, null, 50] };
    },
  },
  {
    name: 'home',
    statement: 'home.page',
    ask: (world, n) => {
      const { person } = threadOf(world, n);
      return { path: '/api/home', cookie: person?.cookie ?? '', values: [person?.id, new Date().toISOString()] };
    },
  },
];

const seconds = numberArgument('seconds', 8);
const rounds = numberArgument('rounds', 3);
const connections = 16;
const asked = 2_000;

type Requests = readonly { readonly path: string; readonly headers?: Record<string, string> }[];

const load = (
  server: MeasuredServer,
  requests: Requests,
  options: { duration: number; overallRate?: number },
): Promise<autocannon.Result> =>
  autocannon({ url: server.url, connections, requests: requests.map((request) => ({ method: 'GET', ...request })), ...options });

/** Both must give the same answer, or the comparison means nothing. */
const checkSame = async (
  server: MeasuredServer,
  floor: MeasuredServer,
  product: Requests[number],
  bare: Requests[number],
): Promise<void> => {
  const [one, other] = await Promise.all([
    fetch(server.url + product.path, { headers: product.headers ?? {} }).then((answer) => answer.text()),
    fetch(floor.url + bare.path).then((answer) => answer.text()),
  ]);
  if (one !== other || one.length < 20) throw new Error(`The two answers differ:\n${one.slice(0, 300)}\n${other.slice(0, 300)}`);
};

const measure = async (read: Read, world: World, server: MeasuredServer, floor: MeasuredServer): Promise<Row> => {
  const numbers = Array.from({ length: asked }, (_, n) => n);
  const product = numbers.map((n) => read.ask(world, n)).map(({ path, cookie }) => ({ path, headers: { cookie } }));
  const bare = numbers.map((n) => ({ path: `/${read.statement}?values=${encodeURIComponent(JSON.stringify(read.ask(world, n).values))}` }));
  await checkSame(server, floor, product[0] ?? { path: '' }, bare[0] ?? { path: '' });
  await load(server, product, { duration: 2 });
  await load(floor, bare, { duration: 2 });
  const rates: { readonly product: number; readonly floor: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const ours = await load(server, product, { duration: seconds });
    const least = await load(floor, bare, { duration: seconds });
    if (ours.non2xx + ours.errors + least.non2xx + least.errors > 0)
      throw new Error(`${read.name}: ${ours.non2xx} refusals, ${ours.errors} errors.`);
    rates.push({ product: ours.requests.average, floor: least.requests.average });
  }
  const middle = rates.toSorted((one, other) => one.product / one.floor - other.product / other.floor)[Math.floor(rounds / 2)] ?? {
    product: 0,
    floor: 1,
  };
  const atRate = await load(server, product, { duration: seconds, overallRate: Math.floor(middle.product * 0.7) });
  return {
    read: read.name,
    'product req/s': Math.round(middle.product),
    'floor req/s': Math.round(middle.floor),
    'share of floor': `${rounded((middle.product / middle.floor) * 100, 0)} %`,
    'p50 ms at 70 %': atRate.latency.p50,
    'p99 ms at 70 %': atRate.latency.p99,
  };
};

/** Everybody was on Home a week ago: what is new to them is the same for both sides. */
async function beHome(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into home_visits (person_id, seen_at, new_since) select id, now(), date_trunc('day', now()) - interval '7 days' from people`,
  );
  await client.end();
}

const size = { people: 400, communities: 20, threadsPerCommunity: numberArgument('threads', 50), messagesPerThread: 100 };
const warm = await startServer();
await warm.stop();
const issues = numberArgument('issues', 4_000);
const world = await makeWorld(databaseUrl(), size);
await fillIssues(databaseUrl(), issues);
await beHome(databaseUrl());
const statements = servedStatements();
const server = await startServer();
const floor = await startFloor('http-floor.ts', {
  FLOOR_QUERIES: JSON.stringify(reads.map((read) => ({ name: read.statement, text: statements[read.statement] }))),
});
const rows: Row[] = [];
for (const read of reads) rows.push(await measure(read, world, server, floor));
await server.stop();
await floor.stop();
report(
  'http: hot reads beside a bare Fastify route with the same statement',
  { ...size, issues, connections, seconds, rounds, fsync: 'on', limits: 'on', log: 'on' },
  rows,
);
