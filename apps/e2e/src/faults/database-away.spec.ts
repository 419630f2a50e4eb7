import { type MessageId, type ThreadId } from '@landbridge/contract';
import { listCommunities } from '@landbridge/contract/communities';
import { getMe } from '@landbridge/contract/identity';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Member } from '../support/member.ts';
import { startOwnPostgres, type OwnPostgres } from '../support/own-postgres.ts';
import { foundCommunity, join, say, startThread, startWorld, type World } from '../support/world.ts';
import { LiveReader, readWhole } from './live-reader.ts';
import { postLoad, type Acknowledged } from './post-load.ts';

const recoversWithinMs = 5_000;
const perSecond = 20;
const seconds = 3;

/** Many, because what was refused is posted again and again, and each posts at most 120 messages a minute. */
const memberCount = 14;

interface Seen {
  readonly status: number;
  readonly code: string | null;
  readonly retryAfter: string | null;
}

/** Of each kind, and so below what one person may ask in a minute. */
const asksAtMost = 100;

/** Reads and posts as fast as answers come, until told to stop. @returns every answer that was no success */
const insist = ({ url, cookie }: Member, threadId: ThreadId) => {
  const failures: Seen[] = [];
  let isOver = false;
  const ask = async (send: () => Promise<Response>) => {
    for (let asked = 0; !isOver && asked < asksAtMost; asked++) {
      const answer = await send();
      const text = await answer.text();
      if (answer.ok) continue;
      const { code }: { code?: string } = text.startsWith('{') ? JSON.parse(text) : {};
      failures.push({ status: answer.status, code: code ?? null, retryAfter: answer.headers.get('retry-after') });
    }
  };
  const headers = { cookie };
  const post = () =>
    fetch(`${url}/api/threads/${threadId}/messages`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ clientId: crypto.randomUUID(), markdown: 'Still there?' }),
    });
  const asking = Promise.all([
    ask(() => fetch(`${url}${listCommunities.path}`, { headers })),
    ask(() => fetch(`${url}/api/threads/${threadId}`, { headers })),
    ask(post),
    ask(() => fetch(`${url}${getMe.path}`, { headers })),
  ]);
  return {
    failures,
    stop: async () => {
      isOver = true;
      await asking;
    },
  };
};

describe('when the database is away', () => {
  let postgres: OwnPostgres;
  let world: World;
  let members: Member[];
  let threadId: ThreadId;
  let reader: LiveReader;

  beforeAll(async () => {
    postgres = await startOwnPostgres();
    world = await startWorld({ database: postgres });
    members = [];
    for (let n = 0; n < memberCount; n++) members.push(await world.person(`Member ${letters(n)}`, 'Grid'));
    const community = await foundCommunity(world.administrator);
    for (const member of members) await join(member, community.id);
    threadId = (await startThread(world.administrator, community.id)).id;
    reader = await LiveReader.open(world.administrator, threadId);
  });

  afterAll(async () => {
    reader.close();
    await world.stop();
  });

  const health = async (kind: 'live' | 'ready'): Promise<number> => (await fetch(`${world.url}/health/${kind}`)).status;
  /** From the moment the database takes connections. */
  const untilItServes = () => vi.waitUntil(async () => (await health('ready')) === 200, { timeout: recoversWithinMs, interval: 20 });

  const faults: readonly { how: string; takeAway: () => Promise<void>; caller: number }[] = [
    { how: 'killed', takeAway: () => postgres.kill(), caller: 0 },
    { how: 'stopped', takeAway: () => postgres.stop(), caller: 1 },
  ];

  describe.each(faults)('because it was $how', ({ takeAway, caller }) => {
    let failures: Seen[];
    let meanwhile: { live: number; ready: number };

    beforeAll(async () => {
      const insisting = insist(members[caller] ?? world.administrator, threadId);
      await takeAway();
      await vi.waitUntil(() => insisting.failures.length > 40, { timeout: 20_000 });
      meanwhile = { live: await health('live'), ready: await health('ready') };
      await postgres.start();
      await untilItServes();
      await insisting.stop();
      failures = insisting.failures;
    });

    it('refuses every request with a problem, and says when to come again', () => {
      const kinds = new Set(failures.map(({ status, code, retryAfter }) => `${status} ${code} ${retryAfter}`));

      expect([...kinds]).toEqual(['503 service.unavailable 2']);
    });

    it('lives, and says that it is not ready', () => {
      expect(meanwhile).toEqual({ live: 200, ready: 503 });
    });

    it('serves, mails and tells live again by itself, within five seconds', async () => {
      const message = await say(world.administrator, threadId, 'Back again.');

      await expect.poll(() => reader.messages.get(message.position)?.id, { timeout: recoversWithinMs }).toBe(message.id);
      await world.person(
        `Guest ${message.position}`.replace(/\d+/, (n) => letters(Number(n))),
        'Grid',
      );
    });
  });

  it('answers everything, or says 503, when its connections are cut again and again', async () => {
    const insisting = insist(world.administrator, threadId);

    for (let round = 0; round < 10; round++) {
      await postgres.cutConnections();
      await Promise.allSettled([world.administrator.do(getMe)]);
    }
    await insisting.stop();

    expect(insisting.failures.filter(({ status, code }) => status !== 503 || code !== 'service.unavailable')).toEqual([]);
  });

  it('keeps every acknowledged message once, whatever happens while people post', async () => {
    const posting = postLoad({ authors: members.slice(2), threadIds: [threadId], perSecond, seconds });
    await postgres.kill();
    await postgres.start();
    await postgres.cutConnections();
    const acknowledged: Acknowledged[] = await posting;

    const { messages } = await readWhole(world.administrator, threadId);
    const counted = new Map<MessageId, number>();
    for (const { id } of messages) counted.set(id, (counted.get(id) ?? 0) + 1);
    expect(acknowledged.filter(({ messageId }) => counted.get(messageId) !== 1)).toEqual([]);
    expect(new Set(messages.map(({ clientId }) => clientId)).size).toBe(messages.length);
    expect(messages.map(({ position }) => position)).toEqual(messages.map((_, index) => index + 1));
  });
});

/** Names have no figures. */
const letters = (n: number): string => [...String(n)].map((figure) => String.fromCodePoint(65 + Number(figure))).join('');
