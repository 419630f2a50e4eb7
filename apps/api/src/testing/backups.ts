import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll } from 'vitest';
import { restoreInto } from '../commands/restore.ts';
import { takeBackup } from '../platform/backup/take-backup.ts';
import type { RestoredBackup } from '../platform/backup/restore-backup.ts';
import { withDatabase } from '../commands/with-database.ts';
import { copiedTables } from '../platform/backup/copied-tables.ts';
import { readSettings } from '../platform/config/settings.ts';

/** Makes empty folders that go when the tests of this file are done. */
export const temporaryFolders = (): (() => string) => {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'landbridge-backup-'));
    made.push(folder);
    return folder;
  };
};

/** As `npm run backup` does. @returns the file */
export const backUp = async (pool: Pool, folder: string, { dataFolder = folder }: { dataFolder?: string } = {}): Promise<string> => {
  const file = join(folder, 'organisation.backup');
  await takeBackup({ pool, dataFolder, file, landbridge: '0.1.0', takenAt: new Date() });
  return file;
};

/** As `npm run restore` does. */
export const restoreTo = (databaseUrl: string, file: string, dataFolder: string): Promise<RestoredBackup> =>
  withDatabase(readSettings({ DATABASE_URL: databaseUrl, DATABASE_POOL: '2' }), (database) =>
    restoreInto(database, { databaseUrl, dataFolder, file }),
  );

/** Every row of every table as text, by table. */
export const everyRow = async (pool: Pool): Promise<Record<string, string>> => {
  const client = await pool.connect();
  try {
    const rows: Record<string, string> = {};
    for (const { name } of await copiedTables(client)) {
      const { rows: found } = await client.query<{ text: string | null }>(
        `select string_agg(t::text, E'\\n' order by t::text) as text from ${client.escapeIdentifier(name)} t`,
      );
      rows[name] = found[0]?.text ?? '';
    }
    return rows;
  } finally {
    client.release();
  }
};
