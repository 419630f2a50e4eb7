import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { backUp, everyRow, restoreTo, temporaryFolders } from '../../testing/backups.ts';
import { jobsDone } from '../../testing/jobs.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, foundCommunity, say, startAcrossUnits, startThread, thank } from '../../testing/world.ts';
import { withDatabase } from '../../commands/with-database.ts';
import { readSettings } from '../config/settings.ts';
import { migrateThrough } from '../database/migrate.ts';
import { migrations } from '../database/migrations.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { BackupRefused } from './refused.ts';
import { restoreBackup } from './restore-backup.ts';

describe('restore', () => {
  const newFolder = temporaryFolders();
  const databases: TestDatabase[] = [];
  let server: TestServer;
  let dataFolder: string;
  let file: string;
  let target: TestDatabase;

  const put = (folder: string, path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const emptyDatabase = async (): Promise<TestDatabase> => {
    const database = await createEmptyDatabase();
    databases.push(database);
    return database;
  };
  const tablesIn = async (url: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
    await client.end();
    return rows;
  };

  beforeAll(async () => {
    server = await startTestServer();
    const asker = await server.person('Adwoa Mensah', { unit: 'Grid' });
    const helper = await server.person('Tomas Reyes', { unit: 'Rotor blades' });
    const community = await foundCommunity(asker);
    const { thread } = await startThread(asker, community.id, {
      markdown: 'A tab\there, a \\. there, „quotes“, \\N and 漢字.\n\n```\nline\n```',
    });
    const first = await say(helper, thread.id, '\\.');
    await say(asker, thread.id, 'Thank you.', { replyToId: first.id });
    const issue = await ask(asker, community.id, { tags: ['bolts'] });
    await thank(asker, issue, await say(helper, issue.threadId, 'Ask whether the paste reached the nut.'));
    await startAcrossUnits(asker, [await server.unit('Rotor blades')]);
    // Jobs end and told messages leave the outbox by themselves: nothing moves while the two databases are compared.
    await jobsDone(server);
    await vi.waitUntil(async () => (await server.database.pool.query('select from outbox')).rowCount === 0);
    dataFolder = newFolder();
    put(dataFolder, 'files/ab/cd.png', Buffer.from(Array.from({ length: 200_000 }, (_, n) => n % 251)));
    put(dataFolder, 'files/empty.txt', '');
    put(dataFolder, 'secrets/postgres-password', 'of the old database');
    put(dataFolder, 'secrets/signing/key', 'never in the first file');
    file = await backUp(server.database.pool, newFolder(), { dataFolder });
  });
  beforeEach(async () => {
    target = await emptyDatabase();
  });
  afterAll(async () => {
    await server.stop();
    for (const database of databases) await database.drop();
  });

  it('brings every row of every table as it was', async () => {
    await restoreTo(target.url, file, newFolder());

    const restored = await withDatabase(readSettings({ DATABASE_URL: target.url }), ({ pool }) => everyRow(pool));
    expect(restored).toEqual(await everyRow(server.database.pool));
  });

  it('brings every rule that the database defends', async () => {
    const rules = `select conname, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint where connamespace = 'public'::regnamespace order by conrelid::regclass::text, conname`;
    await restoreTo(target.url, file, newFolder());

    const restored = await withDatabase(readSettings({ DATABASE_URL: target.url }), ({ pool }) => pool.query(rules));
    expect(restored.rows).toEqual((await server.database.pool.query(rules)).rows);
  });

  it('brings the uploaded files', async () => {
    const there = newFolder();

    const { files } = await restoreTo(target.url, file, there);

    expect(files).toBe(2);
    expect(readFileSync(join(there, 'files/ab/cd.png')).equals(readFileSync(join(dataFolder, 'files/ab/cd.png')))).toBe(true);
    expect(readFileSync(join(there, 'files/empty.txt'), 'utf8')).toBe('');
  });

  it('brings the secrets from the second file, readable by the owner alone, and keeps those that are there', async () => {
    const there = newFolder();
    put(there, 'secrets/postgres-password', 'of the new database');

    const { secrets } = await restoreTo(target.url, file, there);

    expect(secrets).toBe(1);
    expect(readFileSync(join(there, 'secrets/postgres-password'), 'utf8')).toBe('of the new database');
    expect(readFileSync(join(there, 'secrets/signing/key'), 'utf8')).toBe('never in the first file');
    expect(statSync(join(there, 'secrets/signing/key')).mode & 0o077).toBe(0);
  });

  it('goes without the second file, and says so', async () => {
    const alone = join(newFolder(), 'alone.backup');
    writeFileSync(alone, readFileSync(file));

    const { secrets } = await restoreTo(target.url, alone, newFolder());

    expect(secrets).toBeNull();
  });

  it('lets the migrations run that are newer than the backup', async () => {
    const old = await emptyDatabase();
    await migrateThrough(
      old.url,
      migrations()
        .slice(0, 1)
        .map(({ name }) => name),
    );
    const settings = readSettings({ DATABASE_URL: old.url });
    const oldFile = await withDatabase(settings, async ({ pool }) => {
      await runMigrations({ pgPool: pool });
      await pool.query(`insert into organisations (name, language, time_zone, created_at) values ('Norrgard Energy', 'en', 'UTC', now())`);
      return backUp(pool, newFolder());
    });

    await restoreTo(target.url, oldFile, newFolder());

    const later = await startTestServer({}, { on: target });
    expect((await later.database.pool.query('select name from organisations')).rows).toEqual([{ name: 'Norrgard Energy' }]);
    expect((await later.visitor().send('GET', '/health/ready')).status).toBe(200);
    await later.running.stop();
  });

  describe('is refused, and touches nothing,', () => {
    it('when the database is not empty', async () => {
      const full = await createTestDatabase();
      databases.push(full);

      await expect(restoreTo(full.url, file, newFolder())).rejects.toThrow('LANDBRIDGE_DATA=/path/to/folder npm run restore');
    });

    it('when there are uploaded files already', async () => {
      const there = newFolder();
      put(there, 'files/mine.txt', 'Mine.');

      await expect(restoreTo(target.url, file, there)).rejects.toBeInstanceOf(BackupRefused);
      expect(await tablesIn(target.url)).toEqual([]);
    });

    it.each([1, 20, 1_000])('when the file lacks its last %i bytes', async (missing) => {
      const cut = join(newFolder(), 'cut.backup');
      writeFileSync(cut, readFileSync(file));
      truncateSync(cut, statSync(cut).size - missing);

      await expect(restoreTo(target.url, cut, newFolder())).rejects.toThrow('is not a whole backup');
      expect(await tablesIn(target.url)).toEqual([]);
    });

    it('when a byte of it was changed', async () => {
      const changed = join(newFolder(), 'changed.backup');
      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(changed, bytes);

      await expect(restoreTo(target.url, changed, newFolder())).rejects.toBeInstanceOf(BackupRefused);
      expect(await tablesIn(target.url)).toEqual([]);
    });

    it('when it is something else, or the secrets alone, or not there', async () => {
      const other = join(newFolder(), 'other.backup');
      writeFileSync(other, 'select 1;');

      for (const wrong of [other, `${file}.secrets`, join(newFolder(), 'missing.backup')])
        await expect(restoreTo(target.url, wrong, newFolder())).rejects.toBeInstanceOf(BackupRefused);
      expect(await tablesIn(target.url)).toEqual([]);
    });

    it('when a newer Landbridge took it', async () => {
      const newer = join(newFolder(), 'newer.backup');
      const archive = ArchiveWriter.begin(newer);
      const takenAt = '2031-01-02T03:04:05.000Z';
      await archive.add({ kind: 'manifest', format: 1, landbridge: '7.0.0', takenAt, migrations: ['OfTheFuture1900000000000'] });
      await archive.close();
      await archive.place();

      const restoring = restoreTo(target.url, newer, newFolder());
      await expect(restoring).rejects.toThrow('was taken by a newer Landbridge (7.0.0) than this one');
    });
  });

  describe('that is cut off in the middle', () => {
    const cutOff = () =>
      withDatabase(readSettings({ DATABASE_URL: target.url }), ({ pool }) =>
        restoreBackup({
          pool,
          dataFolder: newFolder(),
          file,
          landbridge: '0.1.0',
          knownMigrations: migrations().map(({ name }) => name),
          makeSchema: async (names) => {
            await migrateThrough(target.url, names);
            throw new Error('Killed.');
          },
        }),
      );

    it('leaves a database that no server starts on', async () => {
      await expect(cutOff()).rejects.toThrow('Killed.');

      const started = startTestServer({}, { on: target });

      await expect(started).rejects.toThrow('The restore into this database did not finish.');
    });

    it('can be done again', async () => {
      await expect(cutOff()).rejects.toThrow('Killed.');

      await restoreTo(target.url, file, newFolder());

      const restored = await withDatabase(readSettings({ DATABASE_URL: target.url }), ({ pool }) => everyRow(pool));
      expect(restored).toEqual(await everyRow(server.database.pool));
    });
  });
});

describe('a backup', () => {
  const newFolder = temporaryFolders();
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('is readable by its owner alone, and so are its secrets', async () => {
    const file = await backUp(server.database.pool, newFolder());

    expect([file, `${file}.secrets`].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('never replaces another', async () => {
    const folder = newFolder();
    const file = await backUp(server.database.pool, folder);
    const first = readFileSync(file);

    await expect(backUp(server.database.pool, folder)).rejects.toBeInstanceOf(BackupRefused);
    expect(readFileSync(file).equals(first)).toBe(true);
  });

  it('leaves nothing when it fails', async () => {
    const database = await createEmptyDatabase();
    const folder = newFolder();

    const failed = withDatabase(readSettings({ DATABASE_URL: database.url }), ({ pool }) => backUp(pool, folder));

    await expect(failed).rejects.toThrow('never run on this database');
    expect(existsSync(folder) && readdirSync(folder)).toEqual([]);
    await database.drop();
  });

  it('says so when it cannot be written there', async () => {
    const file = join(newFolder(), 'no-such-folder');

    await expect(backUp(server.database.pool, file)).rejects.toThrow('could not be written');
  });
});
