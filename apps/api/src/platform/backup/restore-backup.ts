import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { appliedMigrations } from '../database/applied-migrations.ts';
import { checkArchive, readArchive } from './archive-reader.ts';
import { archiveFormat, type Manifest } from './archive.schemas.ts';
import { filesFolder, holdsFiles, secretsFolder, writeFile } from './folders.ts';
import { BackupRefused } from './refused.ts';
import { drain, restoreDatabase } from './restore-database.ts';
import { secretsBeside } from './take-backup.ts';
import { isRestoreUnfinished, markRestoreUnfinished } from './unfinished-restore.ts';

export interface RestoreOrder {
  readonly pool: Pool;
  readonly dataFolder: string;
  readonly file: string;
  /** Version of the program. */
  readonly landbridge: string;
  /** Every migration that it knows. */
  readonly knownMigrations: readonly string[];
  /** Makes the schema that these migrations make. */
  readonly makeSchema: (migrations: readonly string[]) => Promise<void>;
}

export interface RestoredBackup {
  readonly manifest: Manifest;
  readonly rows: number;
  readonly files: number;
  /** Those that were not there yet; null when the second file is missing. */
  readonly secrets: number | null;
}

/**
 * Brings a backup into an empty database and data folder. Both files are read to their end before anything is touched; what is cut off
 * later leaves a database that says so and does not start. @throws BackupRefused with what to do
 */
export const restoreBackup = async (order: RestoreOrder): Promise<RestoredBackup> => {
  const { pool, file, dataFolder, makeSchema } = order;
  const manifest = await checkBackup(order);
  await refuseFull(order, manifest);
  await markRestoreUnfinished(pool);
  await makeSchema(manifest.migrations);
  let files = 0;
  const rows = await restoreDatabase(pool, readArchive(file), async (part) => {
    if (part.header.kind !== 'file') return drain(part);
    await writeFile(part, join(filesFolder(dataFolder), part.header.path), { keepsOther: false });
    files++;
  });
  return { manifest, rows, files, secrets: await restoreSecrets(secretsBeside(file), dataFolder) };
};

const checkBackup = async ({ file, landbridge, knownMigrations }: RestoreOrder): Promise<Manifest> => {
  const manifests: Manifest[] = [];
  await checkArchive(file, (header, place) => {
    if (place > 0) return;
    if (header.kind !== 'manifest')
      throw new BackupRefused(`${file} holds secrets only. Name the backup itself; the secrets beside it are found.`);
    refuseNewer(header, { file, landbridge, knownMigrations });
    manifests.push(header);
  });
  const [manifest] = manifests;
  if (!manifest) throw new BackupRefused(`There is nothing in ${file}.`);
  if (existsSync(secretsBeside(file))) await checkArchive(secretsBeside(file), () => undefined);
  return manifest;
};

const refuseNewer = (
  manifest: Manifest,
  { file, landbridge, knownMigrations }: Pick<RestoreOrder, 'file' | 'landbridge' | 'knownMigrations'>,
): void => {
  if (manifest.format <= archiveFormat && manifest.migrations.every((name) => knownMigrations.includes(name))) return;
  throw new BackupRefused(
    `${file} was taken by a newer Landbridge (${manifest.landbridge}) than this one (${landbridge}). Get that version or a later one, then restore with it.`,
  );
};

/** Nothing is replaced, ever. What an interrupted restore of the same backup left does not count. */
const refuseFull = async ({ pool, dataFolder, file }: RestoreOrder, { migrations }: Manifest): Promise<void> => {
  const wayOut = `Restore into another data folder (LANDBRIDGE_DATA=/path/to/folder npm run restore -- ${file}), or, with a PostgreSQL of your own, into a new database named in DATABASE_URL.`;
  if (await isRestoreUnfinished(pool)) {
    if ((await appliedMigrations(pool)).some((name) => !migrations.includes(name)))
      throw new BackupRefused(`The restore of another backup was cut off in this database. ${wayOut}`);
    return;
  }
  if (await holdsTables(pool))
    throw new BackupRefused(`The database of ${dataFolder} is not empty, and a restore replaces nothing. ${wayOut}`);
  if (await holdsFiles(filesFolder(dataFolder)))
    throw new BackupRefused(`The folder ${filesFolder(dataFolder)} is not empty, and a restore replaces nothing. ${wayOut}`);
};

/** Whatever its schema; what an extension brought does not count. */
const holdsTables = async (pool: Pool): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') limit 1`,
  );
  return rowCount !== 0;
};

/** One that is there already stays: the password of a new embedded database is not the old one's. */
const restoreSecrets = async (file: string, dataFolder: string): Promise<number | null> => {
  if (!existsSync(file)) return null;
  let count = 0;
  for await (const part of readArchive(file)) {
    if (part.header.kind !== 'secret') await drain(part);
    else if (await writeFile(part, join(secretsFolder(dataFolder), part.header.path), { keepsOther: true })) count++;
  }
  return count;
};
