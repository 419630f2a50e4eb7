import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { freePort } from '../../postgres/free-port.ts';
import { inRoot } from '../../launcher/paths.ts';
import { serverFlags } from '../../launcher/supervise.ts';

export interface MeasuredServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const main = inRoot('apps/api/dist/main.js');

/** Address of a new database of the benchmark's cluster. */
export const databaseUrl = (): string => {
  const url = process.env['BENCH_DATABASE_URL'];
  if (!url) throw new Error('BENCH_DATABASE_URL is not set: run this through npm run bench.');
  return url;
};

/** The built server as it is shipped: limits, logging and all. Its log goes nowhere, but it is written. */
export const startServer = async (more: Record<string, string> = {}): Promise<MeasuredServer> => {
  const port = String(await freePort('127.0.0.1'));
  const nowhere = openSync('/dev/null', 'w');
  const child = fork(main, [], {
    execArgv: serverFlags,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl(),
      PORT: port,
      LANDBRIDGE_DATA: process.env['BENCH_DATA'] ?? '',
      ...more,
    },
    stdio: ['ignore', nowhere, 'inherit', 'ipc'],
  });
  await untilReady(child);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => stop(child) };
};

/** The floor: the least that could answer the same. A script of tools/bench that sends `ready` when it listens. */
export const startFloor = async (script: string, more: Record<string, string> = {}): Promise<MeasuredServer> => {
  const port = String(await freePort('127.0.0.1'));
  const child = fork(inRoot('tools/bench/support', script), [], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl(), PORT: port, ...more },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await untilReady(child);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => stop(child) };
};

/** The SQL that the server sends, by name. */
export const servedStatements = (): Record<string, string> => {
  const { stdout } = spawnSync(process.execPath, [main, 'statements'], { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 });
  return JSON.parse(stdout);
};

const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
  });

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
