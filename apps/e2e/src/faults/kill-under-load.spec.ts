import type { ThreadId } from '@landbridge/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../support/member.ts';
import { foundCommunity, join, startThread, startWorld, type World } from '../support/world.ts';
import { LiveReader, readWhole } from './live-reader.ts';
import { postLoad, type Acknowledged } from './post-load.ts';

const isLong = process.env['LONG'] === 'true';
const rounds = isLong ? 20 : 3;
const perSecond = isLong ? 300 : 100;
const seconds = 3;
/** Each posts at most 120 messages a minute, counted anew by each process. */
const authorCount = 24;
const threadCount = 4;

describe('killing the server under load', () => {
  let world: World;
  let authors: Member[];
  let threadIds: ThreadId[];
  let readers: LiveReader[];
  const acknowledged: Acknowledged[] = [];

  beforeAll(async () => {
    world = await startWorld();
    const units = ['Tower assembly', 'Rotor blades', 'Grid'];
    authors = [];
    for (let n = 0; n < authorCount; n++) authors.push(await world.person(`Author ${letter(n)}`, units[n % units.length] ?? ''));
    const community = await foundCommunity(world.administrator);
    await Promise.all(authors.map((author) => join(author, community.id)));
    const numbers = Array.from({ length: threadCount }, (_, n) => n);
    threadIds = await Promise.all(
      numbers.map((n) => startThread(world.administrator, community.id, { title: `Thread ${n}` }).then(({ id }) => id)),
    );
    readers = await Promise.all(threadIds.flatMap((threadId) => authors.slice(0, 3).map((author) => LiveReader.open(author, threadId))));
  });

  afterAll(async () => {
    for (const reader of readers) reader.close();
    await world.stop();
  });

  it(
    `answers every post in the end, ${rounds} times over`,
    async () => {
      for (let round = 0; round < rounds; round++) {
        const heardBefore = heard();
        const load = postLoad({ authors, threadIds, perSecond, seconds });
        await expect.poll(() => heard() - heardBefore, { timeout: 20_000 }).toBeGreaterThan((perSecond * seconds) / 2);
        await world.server.kill();
        await world.server.start();
        acknowledged.push(...(await load));
      }

      expect(acknowledged).toHaveLength(rounds * perSecond * seconds);
    },
    rounds * 20_000,
  );

  it('kept every acknowledged message exactly once', async () => {
    const whole = await Promise.all(threadIds.map((threadId) => readWhole(world.administrator, threadId)));
    const kept = whole.flatMap(({ messages }) => messages.filter(({ position }) => position > 1));

    const sorted = (lines: string[]) => lines.toSorted();
    expect(sorted(kept.map(({ clientId, id, position }) => `${clientId} ${id} ${position}`))).toEqual(
      sorted(acknowledged.map(({ clientId, messageId, position }) => `${clientId} ${messageId} ${position}`)),
    );
  });

  it('numbered messages and events without a hole', async () => {
    for (const threadId of threadIds) {
      const { messages, lastSeq } = await readWhole(world.administrator, threadId);
      const counted = messages.map((_, index) => index + 1);

      expect(messages.map(({ position }) => position)).toEqual(counted);
      expect(messages.map(({ changedSeq }) => changedSeq)).toEqual(counted);
      expect(lastSeq).toBe(messages.length);
    }
  });

  it('left every reader with what a fresh look shows', async () => {
    for (const reader of readers) {
      const { messages } = await readWhole(world.administrator, reader.threadId);
      const fresh = messages.map(({ id }) => id);

      await expect.poll(() => fresh.map((_, index) => reader.messages.get(index + 1)?.id)).toEqual(fresh);
    }
  });

  /** Messages that the first reader of each thread has. */
  const heard = () =>
    threadIds.reduce((sum, threadId) => sum + (readers.find((reader) => reader.threadId === threadId)?.messages.size ?? 0), 0);
});

const letter = (n: number): string => String.fromCodePoint(65 + n);
