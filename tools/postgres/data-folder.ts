import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import type { DatabaseUser } from './database-user.ts';

/** Whether another user can walk down to a folder: every parent lets others pass. */
export const isReachableByOthers = (folder: string): boolean => {
  for (let path = resolve(folder); path !== parse(path).root; path = dirname(path)) {
    const state = statSync(path, { throwIfNoEntry: false });
    if (state?.isDirectory() && (state.mode & 0o001) === 0) return false;
  }
  return true;
};

/**
 * The folder of the embedded database and the secrets: as configured, relative to the clone.
 * Where the database's own user cannot reach it (a clone under root's home), one under /var/lib that belongs to this clone.
 */
export const dataFolder = (root: string, configured: string, user: DatabaseUser | null): { folder: string; isElsewhere: boolean } => {
  const wanted = resolve(root, configured);
  if (!user || isReachableByOthers(dirname(wanted))) return { folder: wanted, isElsewhere: false };
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return { folder: join('/var/lib/landbridge', name), isElsewhere: true };
};

/** Makes the folder. @throws with a sentence that says what to do when it cannot be written */
export const prepareFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(
      `The data folder ${folder} cannot be written. Give it to this user (chown), or choose another with LANDBRIDGE_DATA=/path/to/folder.`,
    );
  }
};
