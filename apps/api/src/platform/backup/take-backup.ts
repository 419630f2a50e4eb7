import type { Pool } from 'pg';
import { ArchiveWriter } from './archive-writer.ts';
import { backUpDatabase } from './back-up-database.ts';
import { addFolder, filesFolder, secretsFolder } from './folders.ts';
import { BackupRefused } from './refused.ts';

export interface BackupOrder {
  readonly pool: Pool;
  readonly dataFolder: string;
  /** Where it goes; the secrets go to `secretsBeside(file)`. */
  readonly file: string;
  /** Version of the program. */
  readonly landbridge: string;
  readonly takenAt: Date;
}

export interface TakenBackup {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly secrets: number;
}

/** The second file of a backup: whoever has both has everything, so they are kept apart. */
export const secretsBeside = (file: string): string => `${file}.secrets`;

/** Writes database and uploaded files to one file and the secrets to another: both whole, or neither. @throws BackupRefused */
export const takeBackup = async ({ pool, dataFolder, file, ...about }: BackupOrder): Promise<TakenBackup> => {
  const begun: ArchiveWriter[] = [];
  const begin = (path: string): ArchiveWriter => {
    const archive = ArchiveWriter.begin(path);
    begun.push(archive);
    return archive;
  };
  try {
    const [archive, secretArchive] = [begin(file), begin(secretsBeside(file))];
    const { tables, rows } = await backUpDatabase(pool, archive, about);
    // After the rows: a file is stored before the row that names it.
    const files = await addFolder(archive, 'file', filesFolder(dataFolder));
    const secrets = await addFolder(secretArchive, 'secret', secretsFolder(dataFolder));
    for (const each of begun) await each.close();
    for (const each of begun) await each.place();
    return { tables, rows, files, secrets };
  } catch (error) {
    for (const each of begun) await each.abandon();
    throw isOfFiles(error)
      ? new BackupRefused(`The backup could not be written to ${file}: ${error.message}. Nothing was left behind.`)
      : error;
  }
};

const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  ['ENOSPC', 'EACCES', 'ENOENT', 'EROFS', 'EDQUOT', 'ENOTDIR'].includes(error.code);
