import { seededRandom } from '../demo/random.ts';
import { fillIssues } from './support/issues.ts';
import { numberArgument, quantile, report, rounded } from './support/report.ts';
import { databaseUrl, startServer } from './support/server.ts';
import { makeWorld } from './support/world.ts';

// The issues like the one being written, asked for while its title is typed.

const issues = numberArgument('issues', 60_000);
const asked = numberArgument('asked', 400);
const atOnce = 4;

const warm = await startServer();
await warm.stop();
const size = { people: 400, communities: 20, threadsPerCommunity: 10, messagesPerThread: 20 };
const world = await makeWorld(databaseUrl(), size);
const titles = await fillIssues(databaseUrl(), issues);
const server = await startServer();
const random = seededRandom(11);

/** A letter too few, as when typed in haste. */
const slip = (title: string): string => {
  const at = random.between(1, title.length - 2);
  return title.slice(0, at) + title.slice(at + 1);
};

const ways = {
  'a title as it is': (title: string) => title,
  'half typed': (title: string) => title.slice(0, Math.max(3, Math.floor(title.length / 2))),
  'with two slips': (title: string) => slip(slip(title)),
  'its words in another order': (title: string) => title.split(' ').toReversed().join(' '),
};

const ask = async (n: number, q: string): Promise<{ ms: number; titles: string[] }> => {
  const cookie = world.people[n % world.people.length]?.cookie ?? '';
  const before = performance.now();
  const answer = await fetch(`${server.url}/api/issues/look-alikes?q=${encodeURIComponent(q.slice(0, 160))}`, { headers: { cookie } });
  const text = await answer.text();
  const ms = performance.now() - before;
  if (!answer.ok) throw new Error(`Look-alikes were answered ${answer.status}: ${text}`);
  const { issues: found }: { issues: { title: string }[] } = JSON.parse(text);
  return { ms, titles: found.map(({ title }) => title) };
};

const measure = async (name: string, write: (title: string) => string) => {
  const chosen = Array.from({ length: asked }, () => random.pick(titles));
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  for (let start = 0; start < asked; start += atOnce)
    answers.push(...(await Promise.all(chosen.slice(start, start + atOnce).map((title, n) => ask(start + n, write(title))))));
  const found = answers.filter(({ titles: shown }, n) => shown.includes(chosen[n] ?? '')).length;
  const times = answers.map(({ ms }) => ms);
  return {
    typed: name,
    'found among five': `${rounded((found / asked) * 100, 0)} %`,
    'p50 ms': rounded(quantile(times, 0.5)),
    'p95 ms': rounded(quantile(times, 0.95)),
    'max ms': rounded(quantile(times, 1)),
  };
};

const rows = [];
for (const [name, write] of Object.entries(ways)) rows.push(await measure(name, write));
await server.stop();
report('lookalikes: issues like a title, over HTTP', { issues, asked, atOnce }, rows);
