import { spawn } from 'node:child_process';
import { existsSync, rmSync, statSync, watch } from 'node:fs';
import { freePort } from '../postgres/free-port.ts';
import { inRoot } from './paths.ts';
import { runCommand, type Command } from './run-command.ts';
import { prepare, refuseTakenPort } from './settings.ts';
import { databaseOf, rememberAddress, takeFolder } from './start.ts';
import { supervise, type Supervised } from './supervise.ts';

const built = inRoot('apps/api/dist/main.js');

/** `npm run dev`: the server is rebuilt and restarted, the browser application reloaded, as files change. */
export const dev = (): Promise<never> =>
  runCommand(async (command) => {
    const { settings, folder } = prepare();
    takeFolder(folder, command);
    await refuseTakenPort(settings);
    const database = databaseOf(settings, folder, command);
    const apiPort = String(await freePort('127.0.0.1'));
    // What an npm start built before is not what the watcher will build.
    rmSync(inRoot('.tools/built'), { force: true });
    rmSync(built, { force: true });
    startVite('api', ['build', '--watch', '--logLevel', 'warn'], {}, command);
    startVite('web', ['--host', settings.HOST, '--port', String(settings.PORT), '--strictPort'], { API_PORT: apiPort }, command);
    const databaseUrl = await database;
    await untilBuilt();
    const server = supervise({
      isDevelopment: true,
      environment: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        LANDBRIDGE_DATA: folder,
        HOST: '127.0.0.1',
        PORT: apiPort,
        // The browser speaks to the web application's own server, which passes on what is under /api.
        PUBLIC_URL: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
        LANDBRIDGE_MAILBOX: process.env['LANDBRIDGE_MAILBOX'] ?? 'true',
      },
    });
    command.atEnd(() => server.stop());
    restartWhenBuilt(server, command);
    await server.ready;
    const address = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
    rememberAddress(folder, address);
    process.stdout.write(`Landbridge is ready at ${address}\n`);
    return server.gaveUp;
  });

const startVite = (app: 'api' | 'web', args: readonly string[], environment: Record<string, string>, { atEnd }: Command): void => {
  const child = spawn('vite', args, {
    cwd: inRoot('apps', app),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  atEnd(() => child.kill());
};

const untilBuilt = async (): Promise<void> => {
  while (!existsSync(built)) await new Promise((resolve) => setTimeout(resolve, 50));
};

/** The bundle is written in several strokes; the server is restarted after the last. */
const restartWhenBuilt = (server: Supervised, { atEnd }: Command): void => {
  const settleMs = 50;
  let seenAt = statSync(built).mtimeMs;
  let settling: NodeJS.Timeout | undefined;
  const restartIfNew = () => {
    const { mtimeMs } = statSync(built, { throwIfNoEntry: false }) ?? { mtimeMs: seenAt };
    if (mtimeMs === seenAt) return;
    seenAt = mtimeMs;
    server.restart();
  };
  const watcher = watch(inRoot('apps/api/dist'), () => {
    clearTimeout(settling);
    settling = setTimeout(restartIfNew, settleMs);
  });
  atEnd(() => watcher.close());
};
