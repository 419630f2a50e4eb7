import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runningPostgresUrl, startPostgres } from '../postgres/embedded-postgres.ts';
import { buildIfChanged } from './build.ts';
import { takeLock } from './lock.ts';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { runCommand, type Command } from './run-command.ts';
import { prepare } from './settings.ts';
import { rememberedAddress } from './start.ts';

const server = inRoot('apps/api/dist/main.js');

/** `npm run sign-in-link -- EMAIL`: prints a single-use link, whether Landbridge is running or not. */
export const signInLink = (args: readonly string[]): Promise<never> =>
  runCommand(async (command) => {
    const { settings, folder } = prepare();
    const databaseUrl = settings.DATABASE_URL ?? (await embeddedDatabase(folder, command));
    // A build in place serves; replacing it would pull files from under a running server.
    if (!existsSync(server)) await buildIfChanged();
    const publicUrl = settings.PUBLIC_URL ?? rememberedAddress(folder);
    return run(process.execPath, [server, 'sign-in-link', ...args], {
      env: { ...process.env, ...(publicUrl ? { PUBLIC_URL: publicUrl } : {}), DATABASE_URL: databaseUrl, LANDBRIDGE_DATA: folder },
    });
  });

/** The database of a Landbridge that is running, else one that runs for this command only. */
const embeddedDatabase = async (folder: string, { atEnd }: Command): Promise<string> => {
  if (!existsSync(join(folder, 'postgres')))
    throw new Error(`There is no database in ${folder} yet: nobody has an account. Start Landbridge first with npm start.`);
  const giveBack = takeLock(join(folder, 'running'));
  if (!giveBack) return untilRunning(folder);
  atEnd(giveBack);
  await buildIfChanged();
  const starting = startPostgres({ dataFolder: folder, mode: 'durable' });
  atEnd(async () => (await starting).stop());
  return (await starting).url;
};

const untilRunning = (folder: string): string => {
  const url = runningPostgresUrl(folder);
  if (!url) throw new Error(`Landbridge is just starting or stopping in ${folder}. Run this again when it is ready.`);
  return url;
};
