import type { ImportId } from '@landbridge/contract';
import { listAuditEntries } from '@landbridge/contract/administration';
import { getImport, startImport, uploadHistory, type ImportView } from '@landbridge/contract/import';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyLines, messagesPerThread, wrongLines } from '../support/history-lines.ts';
import { newClientId, startWorld, type World } from '../support/world.ts';

const threadCount = 120;
const messageCount = threadCount * messagesPerThread;
/** After how many lines the server is killed, each time anew. */
const killedAfter = [2_000, 9_000];
const untilThere = { timeout: 60_000, interval: 20 };

describe('killing a server that brings a history in', () => {
  let world: World;
  let client: Client;
  const lines = historyLines(threadCount);
  beforeAll(async () => {
    world = await startWorld();
    client = new Client({ connectionString: world.databaseUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await world.stop();
  });

  const view = (importId: ImportId): Promise<ImportView> => world.administrator.do(getImport, { params: { importId } });
  const brought = (): Promise<ImportView> =>
    world.administrator.do(uploadHistory, {
      params: { clientId: newClientId() },
      query: { name: 'history.ndjson' },
      body: lines.join('\n'),
    });
  const start = ({ id, version }: ImportView, isDry: boolean) =>
    world.administrator.do(startImport, { params: { importId: id }, body: { version, isDry } });
  /** Killed, started again, and gone on to the end by itself. */
  const killedAndEnded = async ({ id }: ImportView): Promise<ImportView> => {
    for (const count of killedAfter) {
      await expect.poll(async () => (await view(id)).lineCount, untilThere).toBeGreaterThan(count);
      await world.server.kill();
      await world.server.start();
    }
    await expect.poll(async () => (await view(id)).state, untilThere).toBe('finished');
    return view(id);
  };
  const messages = async (): Promise<number> =>
    Number((await client.query('select count(*) from messages where imported_from is not null')).rows[0]?.count);

  it('begins a look anew, of which nothing stays', async () => {
    const file = await brought();
    await start(file, true);

    const { counts } = await killedAndEnded(file);

    expect(counts).toMatchObject({ rejected: wrongLines.length, types: { message: { new: messageCount } } });
    expect(await messages()).toBe(0);
  });

  it('goes on where it was, until everything is in once', async () => {
    const file = await brought();
    await start(file, false);

    const { counts, lineCount } = await killedAndEnded(file);

    expect(lineCount).toBe(lines.length);
    expect(counts).toMatchObject({ rejected: wrongLines.length, types: { message: { new: messageCount, unchanged: 0 } } });
    expect(await messages()).toBe(messageCount);
    const { entries } = await world.administrator.do(listAuditEntries);
    expect(entries.filter(({ action }) => action === 'history.imported')).toHaveLength(1);
  });
});
