import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runningPostgresUrl, startPostgres } from '../postgres/embedded-postgres.ts';
import { buildIfChanged } from './build.ts';
import { takeLock } from './lock.ts';
import { inRoot } from './paths.ts';
import type { Command } from './run-command.ts';
import type { Prepared } from './settings.ts';

/** What the server's own commands are run with. */
export const serverProgram = inRoot('apps/api/dist/main.js');

/** The database of a Landbridge that is running, else one that runs for this command only; with a built server beside it. */
export const databaseAtHand = async ({ settings, folder }: Prepared, command: Command): Promise<string> => {
  const url = settings.DATABASE_URL ?? (await embeddedDatabase(folder, command));
  // A build in place serves; replacing it would pull files from under a running server.
  if (!existsSync(serverProgram)) await buildIfChanged();
  return url;
};

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
