import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { generateDemo } from '../../demo/generate-demo.ts';
import { seededRandom, type Random } from '../../demo/random.ts';

export interface HistorySize {
  readonly messages: number;
  readonly people: number;
  readonly communities: number;
  readonly threads: number;
}

const begin = Date.UTC(2022, 0, 3, 6);
const end = Date.UTC(2026, 10, 20);

/** Writes a history in the import format, each message as long as one of the demonstration's. @returns how many bytes */
export const writeHistory = async (path: string, size: HistorySize): Promise<number> => {
  const out = createWriteStream(path);
  for (const line of linesOf(size)) if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  out.end();
  await finished(out);
  return out.bytesWritten;
};

function* linesOf(size: HistorySize): Generator<object> {
  const random = seededRandom(5);
  const bodies = bodiesOf();
  yield { type: 'header', format: 'landbridge', version: 1, source: 'bench' };
  yield { type: 'unit', id: 'u', name: 'Bench' };
  for (let n = 0; n < 40; n++) yield { type: 'unit', id: `u${n}`, name: `Unit ${n}`, parent: 'u' };
  for (let n = 0; n < size.people; n++) yield { type: 'person', id: `p${n}`, name: `Person ${n}`, unit: `u${n % 40}`, since: '2020-01-01' };
  for (let n = 0; n < size.communities; n++) yield { type: 'community', id: `c${n}`, name: `Community ${n}`, at: atOf(0) };
  for (let n = 0; n < size.people; n++) yield { type: 'membership', community: `c${n % size.communities}`, person: `p${n}`, at: atOf(0) };
  for (let n = 0; n < size.threads; n++)
    yield { type: 'thread', id: `t${n}`, title: `Thread ${n}`, community: `c${n % size.communities}`, at: atOf(0) };
  for (let n = 0; n < size.messages; n++) yield messageOf(n, size, { random, bodies });
}

/** As conversations come: several go on at a time, a seventh answers or mentions somebody. */
const messageOf = (n: number, size: HistorySize, { random, bodies }: { random: Random; bodies: readonly string[] }) => {
  const perThread = Math.ceil(size.messages / size.threads);
  const thread = Math.min(size.threads - 1, Math.floor(n / (perThread * 20)) * 20 + (n % 20));
  const person = (thread + random.between(0, 7) * size.communities) % size.people;
  const body = random.pick(bodies);
  const named = `p${(person + size.communities) % size.people}`;
  return {
    type: 'message',
    id: `m${n}`,
    thread: `t${thread}`,
    author: `p${person}`,
    at: atOf(n / size.messages),
    body: n % 14 === 3 ? `[@Somebody](person:${named}) ${body}` : body,
    ...(n % 7 === 0 && n >= 20 ? { replyTo: `m${n - 20}` } : {}),
  };
};

const atOf = (share: number): string => new Date(begin + share * (end - begin)).toISOString();

const bodiesOf = (): readonly string[] =>
  [...generateDemo({ seed: 1, today: '2026-11-25' })].flatMap((line) =>
    line.type === 'message' && !line.body.includes('](') ? [line.body] : [],
  );
