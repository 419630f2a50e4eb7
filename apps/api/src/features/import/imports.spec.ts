import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listAuditEntries } from '@landbridge/contract/administration';
import {
  cancelImport,
  downloadRejections,
  getImport,
  importMoved,
  listImports,
  listRejections,
  startImport,
  type ImportView,
} from '@landbridge/contract/import';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, bringFile, header, manyLines, smallWorld } from '../../testing/import-lines.ts';
import { createTestDatabase } from '../../testing/test-database.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let administrator: TestPerson;
beforeEach(async () => {
  server = await startTestServer();
  administrator = await server.person('Adwoa Mensah', { isAdministrator: true });
});
afterEach(() => server.stop());

const count = async (from: string): Promise<number> =>
  Number((await server.database.pool.query(`select count(*) from ${from}`)).rows[0]?.count);
const waitingFiles = () => readdir(join(server.dataFolder, 'imports')).catch(() => []);
const view = ({ id }: ImportView): Promise<ImportView> => administrator.do(getImport, { params: { importId: id } });
const start = ({ id, version }: ImportView, isDry: boolean, isStrict = false) =>
  administrator.do(startImport, { params: { importId: id }, body: { version, isDry, isStrict } });
/** As it is once it has ended, and everything that follows from that was done. */
const ended = async (file: ImportView, isDry: boolean): Promise<ImportView> => {
  await expect
    .poll(
      async () => {
        const { state, keptUntil } = await view(file);
        return state !== 'running' && (isDry || keptUntil === null);
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  return view(file);
};
const run = async (file: ImportView, isDry: boolean, isStrict = false): Promise<ImportView> => {
  await start(file, isDry, isStrict);
  return ended(file, isDry);
};

describe('look what a history would bring', () => {
  it('counts by type, lists what would be rejected, and writes nothing', async () => {
    const people = await count('people');
    const file = await bringFile(administrator, [...smallWorld, '{ no json', { type: 'poem' }]);

    const looked = await run(file, true);

    expect(looked).toMatchObject({ state: 'finished', isDry: true, lineCount: smallWorld.length + 2, readSize: file.byteSize });
    expect(looked.counts).toMatchObject({ rejected: 2, types: { person: { new: 2 }, message: { new: 4 } } });
    const { rejections } = await administrator.do(listRejections, { params: { importId: file.id } });
    expect(rejections.map(({ line }) => line)).toEqual([smallWorld.length + 1, smallWorld.length + 2]);
    expect(await count('people')).toBe(people);
    expect(await count('threads')).toBe(0);
    expect(await waitingFiles()).toEqual([file.id]);
    const { entries } = await administrator.do(listAuditEntries);
    expect(entries[0]).toMatchObject({ action: 'history.looked-at', actor: { name: 'Adwoa Mensah' }, details: { rejected: '2' } });
  });

  it('may be done again, each time from the beginning', async () => {
    const file = await bringFile(administrator, [...smallWorld, { type: 'poem' }]);
    const first = await run(file, true);

    const second = await run(first, true);

    expect(second).toMatchObject({ version: 3, counts: first.counts });
    expect(await count('import_rejections')).toBe(1);
  });
});

describe('bring a history in', () => {
  it('writes it, removes the file, and notes who did it', async () => {
    const file = await bringFile(administrator, smallWorld);

    const done = await run(await run(file, true), false);

    expect(done).toMatchObject({ state: 'finished', isDry: false, keptUntil: null, failure: null });
    expect(done.counts).toMatchObject({ rejected: 0, types: { message: { new: 4 } } });
    expect(await count('messages where imported_from is not null')).toBe(4);
    expect(await waitingFiles()).toEqual([]);
    const { entries } = await administrator.do(listAuditEntries);
    expect(entries[0]).toMatchObject({ action: 'history.imported', actor: { name: 'Adwoa Mensah' }, details: { source: 'old-forum' } });
  });

  it('stops at the first line that cannot be used when it is strict', async () => {
    const file = await bringFile(administrator, [...smallWorld, { type: 'poem' }, { type: 'unit', id: 'u9', name: 'After' }]);

    const done = await run(file, false, true);

    expect(done).toMatchObject({ state: 'stopped', lineCount: smallWorld.length + 1, counts: { rejected: 1 } });
    expect(await count(`units where name = 'After'`)).toBe(0);
  });

  it('is begun once when it is asked for twice, and refused to whoever saw another state', async () => {
    const file = await bringFile(administrator, smallWorld);
    await start(file, false);

    await start(file, false);

    const stale = await administrator.refused(startImport, { params: { importId: file.id }, body: { version: 1, isDry: true } });
    expect(stale.code).toBe('version.stale');
    const done = await ended(file, false);
    expect(done.version).toBe(2);
    const gone = await administrator.refused(startImport, { params: { importId: file.id }, body: { version: 2, isDry: true } });
    expect(gone.code).toBe('import.file-gone');
  });

  it('waits for another one that runs', async () => {
    const [one, other] = [await bringFile(administrator, manyLines(4_000)), await bringFile(administrator, smallWorld)];
    await start(one, false);

    const refusal = await administrator.refused(startImport, { params: { importId: other.id }, body: { version: 1, isDry: false } });

    expect(refusal.code).toBe('import.already-running');
    expect(await ended(one, false)).toMatchObject({ state: 'finished' });
  });

  it('says what became of a file that is no longer there', async () => {
    const file = await bringFile(administrator, smallWorld);
    await rm(join(server.dataFolder, 'imports', file.id));

    expect(await run(file, false)).toMatchObject({ state: 'failed', failure: 'file-gone', keptUntil: null });
  });

  it('goes on when the server was stopped in the middle', async () => {
    const testDatabase = await createTestDatabase();
    const first = await startTestServer({}, { on: testDatabase });
    await first.database.pool.query(
      `insert into organisations (name, language, time_zone, created_at) values ('Norrgard Energy', 'en', 'UTC', now())`,
    );
    const person = await first.person('Rui Carvalho', { isAdministrator: true });
    const lines = manyLines(6_000);
    const file = await bringFile(person, lines);
    const params = { importId: file.id };
    await person.do(startImport, { params, body: { version: 1, isDry: false } });
    await expect.poll(async () => (await person.do(getImport, { params })).lineCount, { timeout: 10_000 }).toBeGreaterThan(0);

    await first.running.stop();

    const second = await startTestServer({ LANDBRIDGE_DATA: first.dataFolder }, { on: testDatabase });
    const again = await second.again(person);
    await expect.poll(async () => (await again.do(getImport, { params })).state, { timeout: 20_000 }).toBe('finished');
    const { counts, lineCount } = await again.do(getImport, { params });
    expect(lineCount).toBe(lines.length);
    expect(counts).toMatchObject({ rejected: 0, types: { message: { new: 6_000, unchanged: 0 } } });
    await second.stop();
  });
});

describe('cancel an import', () => {
  it('gives up a file that waits', async () => {
    const file = await bringFile(administrator, smallWorld);

    await administrator.do(cancelImport, { params: { importId: file.id } });

    expect(await view(file)).toMatchObject({ state: 'cancelled', keptUntil: null });
    await expect.poll(waitingFiles).toEqual([]);
  });

  it('stops one that runs, for any administrator: what came in stays', async () => {
    const file = await bringFile(administrator, manyLines(8_000));
    const other = await server.person('Rui Carvalho', { isAdministrator: true });
    await start(file, false);
    await expect.poll(async () => (await view(file)).lineCount, { timeout: 10_000 }).toBeGreaterThan(0);

    await other.do(cancelImport, { params: { importId: file.id } });

    const done = await ended(file, false);
    expect(done.state).toBe('cancelled');
    expect(done.lineCount).toBeLessThan(8_000);
    expect(await count('messages')).toBe(done.counts.types['message']?.new);
    const { entries } = await administrator.do(listAuditEntries);
    expect(entries[0]).toMatchObject({ action: 'history.broken-off', actor: { name: 'Rui Carvalho' } });
  });

  it('takes everything back that was only looked at', async () => {
    const file = await bringFile(administrator, manyLines(8_000));
    await start(file, true);
    await expect.poll(async () => (await view(file)).lineCount, { timeout: 10_000 }).toBeGreaterThan(0);

    await administrator.do(cancelImport, { params: { importId: file.id } });

    expect((await ended(file, false)).state).toBe('cancelled');
    expect(await count('messages')).toBe(0);
    expect(await waitingFiles()).toEqual([]);
  });
});

describe('rejected lines', () => {
  const wrong = [
    { type: 'message', id: '=1+1', thread: 'nowhere', author: 'p1', at: at(1), body: 'a' },
    '=HYPERLINK("https://example.org","a ""cell""")',
    '\t@SUM(1)',
  ];

  it('are listed page by page', async () => {
    const file = await run(await bringFile(administrator, [...smallWorld, ...wrong]), true);
    const params = { importId: file.id };

    const first = await administrator.do(listRejections, { params, query: { limit: 2 } });
    const rest = await administrator.do(listRejections, { params, query: { limit: 2, cursor: first.nextCursor ?? '' } });

    expect(first.rejections.map(({ line }) => line - smallWorld.length)).toEqual([1, 2]);
    expect(rest).toMatchObject({ rejections: [{ text: '@SUM(1)' }], nextCursor: null });
  });

  it('come as a table in which nothing is a formula, and as lines', async () => {
    const file = await run(await bringFile(administrator, [header, ...wrong]), true);
    const report = async (format: 'csv' | 'ndjson') => {
      const { bytes } = await administrator.request(downloadRejections, { params: { importId: file.id }, query: { format } });
      return Buffer.from(bytes).toString();
    };

    const table = await report('csv');
    const lines = (await report('ndjson')).trim().split('\n');

    expect(table.split('\r\n')[2]).toBe(`3,"The line is not a JSON object.","'=HYPERLINK(""https://example.org"",""a """"cell"""""")"`);
    expect(table).not.toMatch(/,"\s*[=+\-@]/);
    expect(lines.map((line) => JSON.parse(line).line)).toEqual([2, 3, 4]);
  });

  it('are for whoever brought the file: other administrators see how many', async () => {
    const file = await run(await bringFile(administrator, [...smallWorld, ...wrong]), true);
    const other = await server.person('Rui Carvalho', { isAdministrator: true });
    const params = { importId: file.id };

    expect((await other.refused(listRejections, { params })).code).toBe('import.not-found');
    expect((await other.refused(downloadRejections, { params })).code).toBe('import.not-found');
    expect((await other.refused(startImport, { params, body: { version: file.version, isDry: false } })).code).toBe('import.not-found');
    const { imports } = await other.do(listImports);
    expect(imports[0]).toMatchObject({ id: file.id, counts: { rejected: 3 }, can: { start: false, cancel: true, readRejections: false } });
  });
});

describe('imports, live', () => {
  it('import.moved: a browser has what a fresh look has, and hears it at most twice a second', async () => {
    await administrator.connect();
    const file = await bringFile(administrator, manyLines(4_000));
    const before = Date.now();

    await run(file, false);

    const fresh = await view(file);
    await expect.poll(() => importMoved.payload.parse(administrator.heard.at(-1)?.payload)).toEqual(fresh);
    const told = administrator.heard.filter(({ name }) => name === importMoved.name);
    expect(told.length).toBeLessThanOrEqual(3 + (Date.now() - before) / 500);
    administrator.disconnect();
  });

  it('is told to nobody else', async () => {
    const other = await (await server.person('Rui Carvalho', { isAdministrator: true })).connect();
    await run(await bringFile(administrator, smallWorld), false);

    expect(other.heard.map(({ name }) => name)).not.toContain(importMoved.name);
    other.disconnect();
  });
});
