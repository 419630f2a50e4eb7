import { measurePosts, startReaders } from './support/posting.ts';
import { numberArgument, report, rounded, type Row } from './support/report.ts';
import { databaseUrl, startFloor, startServer, type MeasuredServer } from './support/server.ts';
import { makeWorld, type World } from './support/world.ts';

// P2: a post, from the moment it should be sent to its arrival in about a hundred other browsers, durable before it is acknowledged.

const size = { people: 1_000, communities: 10, threadsPerCommunity: 5, messagesPerThread: 20 };
const firstRate = 50;
const rates = [50, 100, 150, 200, 300, 400, 600, 800];
const seconds = numberArgument('seconds', 10);
const mostP99Ms = 200;

const measure = async (name: string, server: MeasuredServer, world: World): Promise<Row[]> => {
  const readers = await startReaders(server.url, world);
  const postAt = (rate: number) => measurePosts(readers, { url: server.url, world, rate, seconds });
  await postAt(firstRate);
  const rows: Row[] = [];
  for (const rate of rates) {
    const { acknowledged, p50, p99 } = await postAt(rate);
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
