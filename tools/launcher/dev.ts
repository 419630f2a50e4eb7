import { spawn } from 'node:child_process';
import { existsSync, watchFile } from 'node:fs';
import { startPostgres, type RunningPostgres } from '../postgres/embedded-postgres.ts';
import { inRoot } from './paths.ts';
import { giveUp } from './say.ts';
import { prepare } from './settings.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { supervise, type Supervised } from './supervise.ts';

const apiPort = 3001;

/** `npm run dev`: the server is rebuilt and restarted, the browser application reloaded, as files change. */
export const dev = async (): Promise<void> => {
  let postgres: RunningPostgres | null = null;
  let server: Supervised | null = null;
  try {
    const { settings, folder } = prepare();
    postgres = settings.DATABASE_URL ? null : await startPostgres({ dataFolder: folder, mode: 'durable' });
    const env = {
      ...process.env,
      ...{ DATABASE_URL: settings.DATABASE_URL ?? postgres?.url, LANDBRIDGE_DATA: folder, PORT: String(apiPort) },
      ...{ PUBLIC_URL: `http://localhost:${settings.PORT}`, LANDBRIDGE_MAILBOX: process.env['LANDBRIDGE_MAILBOX'] ?? 'true' },
    };
    const watcher = spawn('vite', ['build', '--watch', '--logLevel', 'warn'], { cwd: inRoot('apps/api'), stdio: 'inherit' });
    const web = spawn('vite', ['--port', String(settings.PORT), '--strictPort'], {
      ...{ cwd: inRoot('apps/web'), stdio: 'inherit', env: { ...process.env, API_PORT: String(apiPort) } },
    });
    stopOnSignals(async () => {
      watcher.kill();
      web.kill();
      await server?.stop();
      await postgres?.stop();
    });
    const built = inRoot('apps/api/dist/main.js');
    while (!existsSync(built)) await new Promise((resolve) => setTimeout(resolve, 100));
    server = supervise(env);
    watchFile(built, { interval: 200 }, () => void server?.child()?.kill('SIGTERM'));
  } catch (error) {
    await postgres?.stop();
    giveUp(error);
  }
};
