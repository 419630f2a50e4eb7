import { createRequire } from 'node:module';
import { findChromium } from '../browser/chromium.ts';
import { inRoot } from '../launcher/paths.ts';
import { report, rounded, type Row } from './support/report.ts';
import { databaseUrl, startServer } from './support/server.ts';
import { makeWorld } from './support/world.ts';

// P11: what a browser with an empty cache loads before the page is useful, and when it is.
const { chromium }: typeof import('playwright-core') = createRequire(inRoot('apps/e2e/package.json'))('playwright-core');

/** Runs in the browser: the largest paint so far, and how much the layout has shifted. */
const readPaints = `new Promise((resolve) => {
  let lcp = 0;
  let cls = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) lcp = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) cls += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve({ lcp, cls }), 500);
})`;

const pages = (thread: string): readonly (readonly [string, string])[] => [
  ['Home', '/'],
  ['thread', `/threads/${thread}`],
  ['sign-in', '/sign-in'],
];

const warm = await startServer();
await warm.stop();
const world = await makeWorld(databaseUrl(), { people: 200, communities: 5, threadsPerCommunity: 20, messagesPerThread: 100 });
const server = await startServer();
const { executablePath, args, env } = await findChromium();
const browser = await chromium.launch({ executablePath, args: [...args], env });

const measure = async (name: string, path: string): Promise<Row> => {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  const [cookie = '', value = ''] = (world.people[0]?.cookie ?? '').split('=');
  if (name !== 'sign-in') await context.addCookies([{ name: cookie, value, url: server.url }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  // Of the bodies as they came over the wire, compressed; headers are not what a budget of code is about.
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  const paints = await page.evaluate<{ lcp: number; cls: number }>(readPaints);
  await context.close();
  const kilobytes = (kind: string) => rounded((bytes[kind] ?? 0) / 1_000, 1);
  return {
    page: name,
    'JavaScript kB': kilobytes('Script'),
    'CSS kB': kilobytes('Stylesheet'),
    'fonts kB': kilobytes('Font'),
    'LCP ms': Math.round(paints.lcp),
    CLS: rounded(paints.cls, 3),
  };
};

const rows: Row[] = [];
for (const [name, path] of pages(world.threads[0]?.[0] ?? '')) rows.push(await measure(name, path));
await browser.close();
await server.stop();
report(
  'web: first load with an empty cache',
  { viewport: '1280 × 800', mustReach: 'Home: JavaScript ≤ 170 kB, CSS ≤ 30 kB, LCP ≤ 1,000 ms, CLS ≤ 0.02' },
  rows,
);
