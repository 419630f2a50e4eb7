import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deleteMessage } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LocalFileStore } from '../../platform/files/local-file-store.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, say, startThread, upload } from '../../testing/world.ts';

describe('tidy files', () => {
  let server: TestServer;
  let author: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    author = await server.person('Author Adams');
  });
  afterAll(() => server.stop());

  const pathOf = async (id: string) => {
    const { rows } = await server.database.pool.query('select sha256 from files where id = $1', [id]);
    const hash = String(rows[0]?.sha256);
    return join(server.dataFolder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
  };
  /** A day later, as far as waiting jobs are concerned. */
  const letADayPass = () =>
    server.database.pool.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where task_identifier = 'files.tidy'`,
    );
  const attach = async (id: string) => {
    const { thread } = await startThread(author, (await foundCommunity(author)).id);
    return say(author, thread.id, 'The log.', { fileIds: [id] });
  };

  it('removes what nobody attached within a day, and keeps what somebody did', async () => {
    const [waiting, kept] = [await upload(author, 'a.txt', 'Waits.'), await upload(author, 'b.txt', 'Is kept.')];
    const paths = [await pathOf(waiting.id), await pathOf(kept.id)] as const;
    await attach(kept.id);

    await letADayPass();

    await vi.waitFor(() => expect(existsSync(paths[0])).toBe(false), 5_000);
    expect(existsSync(paths[1])).toBe(true);
    expect((await author.send('GET', `/api/files/${waiting.id}/original`)).status).toBe(404);
  });

  it('keeps bytes that another file has, and removes them with the last', async () => {
    const files = [await upload(author, 'a.txt', 'The same.'), await upload(author, 'b.txt', 'The same.')] as const;
    const path = await pathOf(files[0].id);
    const messages = [await attach(files[0].id), await attach(files[1].id)] as const;

    await author.do(deleteMessage, { params: { messageId: messages[0].id } });
    await vi.waitFor(async () => {
      const { rows } = await server.database.pool.query(`select 1 from graphile_worker.jobs where key = $1`, [`file ${files[0].id}`]);
      expect(rows).toEqual([]);
    }, 5_000);
    expect(existsSync(path)).toBe(true);

    await author.do(deleteMessage, { params: { messageId: messages[1].id } });
    await vi.waitFor(() => expect(existsSync(path)).toBe(false), 5_000);
  });

  it('removes at the start what a killed process left half-written', async () => {
    const folder = join(server.dataFolder, 'files', 'incoming');
    const [old, fresh] = [join(folder, 'old'), join(folder, 'fresh')];
    await mkdir(folder, { recursive: true });
    for (const path of [old, fresh]) await writeFile(path, 'half');
    await utimes(old, 0, 0);

    const store = server.running.application.get(FileStore);
    if (store instanceof LocalFileStore) await store.onModuleInit();

    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});
