import autocannon from 'autocannon';
import { atEvenRate, timed } from './support/even-rate.ts';
import { fillIssues } from './support/issues.ts';
import { beHome, reads, type Read } from './support/reads.ts';
import { numberArgument, quantile, report, rounded, type Row } from './support/report.ts';
import { databaseUrl, servedStatements, startFloor, startServer, type MeasuredServer } from './support/server.ts';
import { makeWorld, type World } from './support/world.ts';

// P1: hot reads beside a bare Fastify route that runs the same statement on the same data in the same run.

const seconds = numberArgument('seconds', 8);
const rounds = numberArgument('rounds', 3);
const connections = 16;
const asked = 2_000;

type Requests = readonly { readonly path: string; readonly headers?: Record<string, string> }[];

const load = (server: MeasuredServer, requests: Requests, duration: number): Promise<autocannon.Result> =>
  autocannon({ url: server.url, connections, requests: requests.map((request) => ({ method: 'GET', ...request })), duration });

/** At 70 % of the most, evenly: the load generator of above sends what is due in a second at its beginning, and measures that queue. */
const latencies = (server: MeasuredServer, requests: Requests, most: number): Promise<number[]> =>
  atEvenRate({ rate: most * 0.7, seconds }, (n, at) => {
    const { path, headers } = requests[n % requests.length] ?? { path: '' };
    return timed(server.url + path, { at, status: 200, headers });
  });

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
  await load(server, product, 2);
  await load(floor, bare, 2);
  const rates: { readonly product: number; readonly floor: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const ours = await load(server, product, seconds);
    const least = await load(floor, bare, seconds);
    if (ours.non2xx + ours.errors + least.non2xx + least.errors > 0)
      throw new Error(`${read.name}: ${ours.non2xx} refusals, ${ours.errors} errors.`);
    rates.push({ product: ours.requests.average, floor: least.requests.average });
  }
  const middle = rates.toSorted((one, other) => one.product / one.floor - other.product / other.floor)[Math.floor(rounds / 2)] ?? {
    product: 0,
    floor: 1,
  };
  const waits = await latencies(server, product, middle.product);
  return {
    read: read.name,
    'product req/s': Math.round(middle.product),
    'floor req/s': Math.round(middle.floor),
    'share of floor': `${rounded((middle.product / middle.floor) * 100, 0)} %`,
    'p50 ms at 70 %': rounded(quantile(waits, 0.5)),
    'p99 ms at 70 %': rounded(quantile(waits, 0.99)),
  };
};

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
