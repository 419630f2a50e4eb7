import type { ThreadId } from '@landbridge/contract';
import { setUpOrganisation, signIn } from '@landbridge/contract/identity';
import { listMessages, type MessageView } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backUp, restoreTo, temporaryFolders } from '../../testing/backups.ts';
import { createEmptyDatabase } from '../../testing/test-database.ts';
import { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, say, startThread } from '../../testing/world.ts';

const account = { email: 'ada@norrgard.example', password: 'a bridge of four words' };

describe('a backup that is taken while people write, restored elsewhere', () => {
  const newFolder = temporaryFolders();
  let source: TestServer;
  let restored: TestServer;
  let before: MessageView[];
  let all: MessageView[];
  let kept: MessageView[];

  beforeAll(async () => {
    source = await startTestServer({}, { isEmpty: true });
    await source.visitor().do(setUpOrganisation, { body: { organisation: 'Norrgard Energy', name: 'Ada Administrator', ...account } });
    const convener = await source.person('Adwoa Mensah', { unit: 'Grid' });
    const authors = [convener, await source.person('Tomas Reyes', { unit: 'Rotor blades' }), await source.person('Mei Chen')];
    const { thread } = await startThread(convener, (await foundCommunity(convener)).id);
    await source.database.pool.query(
      `select graphile_worker.add_job('identity.send-link', '{"email":"nobody@norrgard.example","purpose":"sign-in"}'::json,
         job_key => 'kept', run_at => '2099-01-02T03:04:05Z', max_attempts => 7)`,
    );
    const load = keepPosting(authors, thread.id);
    await vi.waitUntil(() => load.acknowledged.length > 30, { timeout: 15_000 });

    before = [...load.acknowledged];
    const file = await backUp(source.database.pool, newFolder());
    await load.stop();

    const target = await createEmptyDatabase();
    await restoreTo(target.url, file, newFolder());
    restored = await startTestServer({}, { on: target });
    kept = await everyMessage(await signedIn(restored), thread.id);
    all = load.acknowledged;
  });

  afterAll(async () => {
    await source.stop();
    await restored.stop();
  });

  it('held nobody up', () => {
    expect(all.length).toBeGreaterThan(before.length);
  });

  it('holds every message that was acknowledged before it began', () => {
    const ids = new Set(kept.map(({ id }) => id));

    expect(before.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it('holds threads without a hole', () => {
    expect(kept.map(({ position }) => position)).toEqual(kept.map((_, index) => index + 1));
    expect(kept.map(({ changedSeq }) => changedSeq)).toEqual(kept.map((_, index) => index + 1));
  });

  it('lets people go on where they were', async () => {
    const person = await signedIn(restored);
    const { thread } = await startThread(person, (await foundCommunity(person)).id);

    const message = await say(person, thread.id, 'Here we are again.');

    expect(message.position).toBe(2);
  });

  it('has the jobs that wait, each once', async () => {
    const { rows } = await restored.database.pool.query(
      `select task_identifier, key, run_at, max_attempts, attempts from graphile_worker.jobs where key = 'kept'`,
    );

    const runAt = new Date('2099-01-02T03:04:05Z');
    expect(rows).toEqual([{ task_identifier: 'identity.send-link', key: 'kept', run_at: runAt, max_attempts: 7, attempts: 0 }]);
  });
});

/** By the password that they had. */
const signedIn = async (server: TestServer): Promise<TestPerson> => {
  const { body, headers } = await server.visitor().request(signIn, { body: account });
  const { person } = signIn.response.parse(body);
  return new TestPerson(person.id, person.name, server.url, headers.getSetCookie()[0]?.split(';')[0] ?? '');
};

/** People who post one message after the other until they are told to stop. */
const keepPosting = (authors: readonly TestPerson[], threadId: ThreadId) => {
  const acknowledged: MessageView[] = [];
  let isOver = false;
  const posting = authors.map(async (author) => {
    for (let n = 0; !isOver && n < 110; n++) acknowledged.push(await say(author, threadId, `Message ${n} of ${author.name}.`));
  });
  return {
    acknowledged,
    stop: async () => {
      isOver = true;
      await Promise.all(posting);
    },
  };
};

const everyMessage = async (reader: TestPerson, threadId: ThreadId): Promise<MessageView[]> => {
  const messages: MessageView[] = [];
  for (let hasNewer = true; hasNewer;) {
    const window = await reader.do(listMessages, { params: { threadId }, query: { after: messages.at(-1)?.position ?? 0, limit: 100 } });
    messages.push(...window.messages);
    hasNewer = window.hasNewer;
  }
  return messages;
};
