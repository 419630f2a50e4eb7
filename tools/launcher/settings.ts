import { createServer } from 'node:net';
import { readSettings, type Settings } from '../../apps/api/src/platform/config/settings.ts';
import { databaseUser } from '../postgres/database-user.ts';
import { dataFolder, prepareFolder } from '../postgres/data-folder.ts';
import { root } from './paths.ts';
import { say } from './say.ts';

export interface Prepared {
  readonly settings: Settings;
  /** Absolute. */
  readonly folder: string;
}

/** Reads the settings and makes the data folder. @throws SettingsError with every mistake at once */
export const prepare = (): Prepared => {
  const settings = readSettings(process.env);
  const { folder, isElsewhere } = dataFolder(root, settings.LANDBRIDGE_DATA, settings.DATABASE_URL ? null : databaseUser());
  if (isElsewhere) say(`The database's own user cannot reach ${settings.LANDBRIDGE_DATA}, so the data is kept in ${folder}.`);
  prepareFolder(folder);
  return { settings, folder };
};

/** @throws with a sentence when somebody else listens there */
export const refuseTakenPort = ({ PORT, HOST }: Pick<Settings, 'PORT' | 'HOST'>): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(portSentence(error, PORT, HOST))));
    server.listen(PORT, HOST.replaceAll(/[[\]]/g, ''), () => server.close(() => resolve()));
  });

const portSentence = (error: NodeJS.ErrnoException, port: number, host: string): string => {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`;
  if (error.code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1024: PORT=3000 npm start`;
  return `It is not possible to listen on ${host}:${port} (${error.code}). HOST must be an address of this machine.`;
};
