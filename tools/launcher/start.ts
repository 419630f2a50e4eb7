import { startPostgres, type RunningPostgres } from '../postgres/embedded-postgres.ts';
import { buildIfChanged } from './build.ts';
import { takeFolder } from './lock.ts';
import { giveUp } from './say.ts';
import { prepare, refuseTakenPort } from './settings.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { supervise, type Supervised } from './supervise.ts';

/** `npm start`: database, server, one address. Owns both until it is told to stop. */
export const start = async (): Promise<void> => {
  let postgres: RunningPostgres | null = null;
  let server: Supervised | null = null;
  let giveBack: (() => void) | null = null;
  const stop = async () => {
    await server?.stop();
    await postgres?.stop();
    giveBack?.();
  };
  stopOnSignals(stop);
  try {
    const { settings, folder } = prepare();
    giveBack = takeFolder(folder);
    if (!giveBack)
      throw new Error(`Landbridge is running on ${folder} already. Stop that one first, or choose another folder with LANDBRIDGE_DATA.`);
    await refuseTakenPort(settings);
    const starting = settings.DATABASE_URL ? null : startPostgres({ dataFolder: folder, mode: 'durable' });
    // A failed build must not leave the database's failure unheard.
    starting?.catch(() => undefined);
    await buildIfChanged();
    postgres = await starting;
    const DATABASE_URL = settings.DATABASE_URL ?? postgres?.url ?? '';
    server = supervise({ ...process.env, NODE_ENV: 'production', DATABASE_URL, LANDBRIDGE_DATA: folder });
    process.stdout.write(`Landbridge is ready at ${await server.ready}\n`);
  } catch (error) {
    await stop();
    giveUp(error);
  }
};
