import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runningPostgresUrl, startPostgres } from '../postgres/embedded-postgres.ts';
import { buildIfChanged } from './build.ts';
import { takeLock } from './lock.ts';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { runCommand, type Command } from './run-command.ts';
import { prepare } from './settings.ts';
import { serverFlags } from './supervise.ts';

const server = inRoot('apps/api/dist/main.js');

/** `npm run import -- FILE`: brings an organisation and a history in, whether Landbridge is running or not. */
export const importFile = (args: readonly string[]): Promise<never> => onData('import', args);

/** `npm run export -- FILE`: writes everything of the import format to a file, whether Landbridge is running or not. */
export const exportFile = (args: readonly string[]): Promise<never> => onData('export', args);

const onData = (name: string, args: readonly string[]): Promise<never> =>
  runCommand(async (command) => {
    const { settings, folder } = prepare();
    const databaseUrl = settings.DATABASE_URL ?? (await databaseIn(folder, command));
    // A build in place serves; replacing it would pull files from under a running server.
    if (!existsSync(server)) await buildIfChanged();
    return run(process.execPath, [...serverFlags, server, name, ...args.map(asWritten)], {
      env: { ...process.env, DATABASE_URL: databaseUrl, LANDBRIDGE_DATA: folder },
    });
  });

/** npm changes to the project's folder; files are named from where somebody typed. */
const asWritten = (arg: string): string => (arg.startsWith('-') ? arg : resolve(process.env['INIT_CWD'] ?? process.cwd(), arg));

const databaseIn = async (folder: string, { atEnd }: Command): Promise<string> => {
  const giveBack = takeLock(join(folder, 'running'));
  if (!giveBack) {
    const url = runningPostgresUrl(folder);
    if (!url) throw new Error(`Landbridge is just starting or stopping in ${folder}. Run this again when it is ready.`);
    return url;
  }
  atEnd(giveBack);
  await buildIfChanged();
  const starting = startPostgres({ dataFolder: folder, mode: 'durable' });
  atEnd(async () => (await starting).stop());
  return (await starting).url;
};
