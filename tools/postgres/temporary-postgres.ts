import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUser } from './database-user.ts';
import { isReachableByOthers } from './data-folder.ts';
import { startPostgres, type PostgresOptions, type RunningPostgres } from './embedded-postgres.ts';

/** A PostgreSQL in a folder of its own, which goes with it. */
export const startTemporaryPostgres = async (
  options: Omit<PostgresOptions, 'dataFolder'>,
): Promise<RunningPostgres & { dataFolder: string }> => {
  const dataFolder = mkdtempSync(join(temporaryFolder(), 'landbridge-'));
  const remove = () => rmSync(dataFolder, { recursive: true, force: true });
  try {
    const running = await startPostgres({ ...options, dataFolder });
    return { ...running, dataFolder, stop: () => running.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
};

/** The system's temporary folder, or one that the database's own user can reach when a private one is set. */
const temporaryFolder = (): string => {
  if (!databaseUser() || isReachableByOthers(tmpdir())) return tmpdir();
  const folder = '/var/lib/landbridge/temporary';
  mkdirSync(folder, { recursive: true });
  return folder;
};
