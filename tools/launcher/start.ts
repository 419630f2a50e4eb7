import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../apps/api/src/platform/config/settings.ts';
import { freePort } from '../postgres/free-port.ts';
import { keepPostgres } from '../postgres/keep-postgres.ts';
import { buildIfChanged } from './build.ts';
import { takeLock } from './lock.ts';
import { inRoot } from './paths.ts';
import { runCommand, type Command } from './run-command.ts';
import { prepare, refuseTakenPort } from './settings.ts';
import { supervise } from './supervise.ts';

/** `npm start`: database, server, one address. Owns both until it is told to stop. */
export const start = (): Promise<never> =>
  runCommand(async ({ atEnd }) => {
    const { settings, folder } = prepare();
    takeFolder(folder, { atEnd });
    await refuseTakenPort(settings);
    const database = databaseOf(settings, folder, { atEnd });
    await buildIfChanged();
    const server = supervise({ environment: await serverEnvironment(settings, folder, await database) });
    atEnd(() => server.stop());
    const address = await server.ready;
    rememberAddress(folder, address);
    process.stdout.write(`Landbridge is ready at ${address}\n`);
    return server.gaveUp;
  });

/** For links that are made beside the server. They stay right as long as it is found where it was. */
export const rememberAddress = (folder: string, address: string): void => writeFileSync(join(folder, 'address'), address);

/** Where the server of a data folder was found last; null when it never served. */
export const rememberedAddress = (folder: string): string | null => {
  const file = join(folder, 'address');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

/** Makes this process the only one that works on a data folder. @throws with a sentence when another does */
export const takeFolder = (folder: string, { atEnd }: Command): void => {
  const giveBack = takeLock(join(folder, 'running'));
  if (!giveBack)
    throw new Error(
      `Landbridge is running on ${folder} already. Use that one, stop it first, or choose another folder: LANDBRIDGE_DATA=/path/to/folder npm start`,
    );
  atEnd(giveBack);
};

/** The address of the database: the configured one, or the embedded one, which is kept running until the command ends. */
export const databaseOf = (settings: Settings, folder: string, { atEnd }: Command): Promise<string> => {
  if (settings.DATABASE_URL) return Promise.resolve(settings.DATABASE_URL);
  const starting = keepPostgres({ dataFolder: folder, mode: 'durable' });
  // Added before it has started: a signal meanwhile must not leave it behind.
  atEnd(async () => (await starting).stop());
  const url = starting.then((postgres) => postgres.url);
  // A build that fails first must not leave the database's failure unheard.
  url.catch(() => undefined);
  return url;
};

/** What the server is started with. A free port is chosen once, so that a restarted server is found where it was. */
const serverEnvironment = async (settings: Settings, folder: string, databaseUrl: string): Promise<NodeJS.ProcessEnv> => ({
  ...process.env,
  NODE_ENV: 'production',
  // What the engine compiled once: some 200 ms of each later start.
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? inRoot('.tools/compile-cache'),
  PORT: String(settings.PORT || (await freePort(settings.HOST.replaceAll(/[[\]]/g, '')))),
  DATABASE_URL: databaseUrl,
  LANDBRIDGE_DATA: folder,
});
