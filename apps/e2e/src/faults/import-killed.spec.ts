import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const script = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));
const messageCount = 24_000;
const threadCount = 30;
/** After how many messages it is killed, each time anew. */
const killedAfter = [4_000, 14_000];

describe('killing an import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landbridge-import-'));
  const file = join(folder, 'history.ndjson.gz');
  let database: TestDatabase;
  let client: Client;
  let said: string;

  beforeAll(async () => {
    writeFileSync(file, gzipSync(`${[...historyLines()].map((line) => JSON.stringify(line)).join('\n')}\n`));
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const importing = (): ChildProcess =>
    spawn(process.execPath, [script, 'import', file], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', DATABASE_URL: database.url, LANDBRIDGE_DATA: folder, INIT_CWD: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  const toItsEnd = async (): Promise<string> => {
    const child = importing();
    let text = '';
    child.stdout?.on('data', (part: Buffer) => (text += part.toString()));
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    return text;
  };

  const number = async (sql: string): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(`select (${sql})::int as n`);
    return rows[0]?.n ?? Number.NaN;
  };

  const messagesIn = async (): Promise<number> => {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('imported_things') is not null as there`);
    return rows[0]?.there ? number('select count(*) from messages') : 0;
  };

  it('leaves what was committed, and the place in the file', async () => {
    for (const count of killedAfter) {
      const child = importing();
      await expect.poll(messagesIn, { timeout: 30_000, interval: 20 }).toBeGreaterThan(count);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      // PostgreSQL notices a little later that nobody is there any more.
      await expect.poll(() => number(`select count(*) from pg_locks where locktype = 'advisory'`), { timeout: 10_000 }).toBe(0);
    }

    expect(await number(`select count(*) from import_runs where state = 'running'`)).toBe(1);
    expect(await messagesIn()).toBeLessThan(messageCount);
    expect(await messagesIn()).toBe(await number(`select count(*) from imported_things where type = 'message'`));
  });

  it('goes on from there when it is started again', async () => {
    said = await toItsEnd();

    expect(said).toContain('going on where an earlier run stopped');
    expect(await number('select count(*) from import_runs')).toBe(1);
    expect(await number(`select count(*) from import_runs where state = 'finished' and ended_at is not null`)).toBe(1);
  });

  it('has everything in once, in the order of the file', async () => {
    const { rows } = await client.query<{ markdown: string; position: number }>(
      'select m.markdown, m.position from messages m join threads t on t.id = m.thread_id order by t.title, m.position',
    );

    const expected = Array.from({ length: threadCount }, (_, thread) =>
      Array.from({ length: messageCount / threadCount }, (_each, place) => ({
        markdown: `Message ${place * threadCount + thread}`,
        position: place + 1,
      })),
    ).flat();
    expect(rows).toEqual(expected);
    expect(await number('select count(*) from threads where last_position <> ' + messageCount / threadCount)).toBe(0);
    expect(said).toMatch(new RegExp(`message +${new Intl.NumberFormat('en').format(messageCount)} new`));
  });

  it('changes nothing when it runs once more', async () => {
    const again = await toItsEnd();

    expect(again).toMatch(new RegExp(`message +${new Intl.NumberFormat('en').format(messageCount)} unchanged`));
    expect(again).not.toMatch(/\d new/);
    expect(await messagesIn()).toBe(messageCount);
  });
});

/** Titles sort as they are numbered. */
function* historyLines(): Generator<object> {
  const at = (n: number) => new Date(Date.UTC(2025, 0, 1) + n * 60_000).toISOString();
  yield { type: 'header', format: 'landbridge', version: 1, source: 'old-forum' };
  yield { type: 'person', id: 'p', name: 'Ines Moreau' };
  yield { type: 'community', id: 'c', name: 'Bolted joints', at: at(0) };
  for (let n = 0; n < threadCount; n++)
    yield { type: 'thread', id: `t${n}`, title: `Thread ${String(n).padStart(3, '0')}`, community: 'c', at: at(0) };
  for (let n = 0; n < messageCount; n++)
    yield { type: 'message', id: `m${n}`, thread: `t${n % threadCount}`, author: 'p', at: at(n), body: `Message ${n}` };
}
