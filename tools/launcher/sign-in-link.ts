import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../postgres/embedded-postgres.ts';
import { buildIfChanged } from './build.ts';
import { takeFolder } from './lock.ts';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { giveUp } from './say.ts';
import { prepare } from './settings.ts';

/** `npm run sign-in-link -- EMAIL`: prints a single-use link, whether the server is running or not. */
export const signInLink = async (args: readonly string[]): Promise<void> => {
  try {
    const { settings, folder } = prepare();
    await buildIfChanged();
    const giveBack = settings.DATABASE_URL ? null : takeFolder(folder);
    const own = giveBack ? await startPostgres({ dataFolder: folder, mode: 'durable' }) : null;
    const DATABASE_URL = settings.DATABASE_URL ?? own?.url ?? runningUrl(folder);
    const code = await run(process.execPath, [inRoot('apps/api/dist/main.js'), 'sign-in-link', ...args], {
      env: { ...process.env, DATABASE_URL },
    });
    await own?.stop();
    giveBack?.();
    process.exit(code);
  } catch (error) {
    giveUp(error);
  }
};

/** Line 4 of postmaster.pid is the port of the running database. */
const runningUrl = (folder: string): string => {
  const file = join(folder, 'postgres', 'postmaster.pid');
  const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[3] : undefined;
  if (!port) throw new Error(`The database in ${folder} could not be reached. Start Landbridge first.`);
  return `postgres://landbridge:${readFileSync(join(folder, 'secrets', 'postgres-password'), 'utf8')}@127.0.0.1:${port}/landbridge`;
};
