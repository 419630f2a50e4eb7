import { serverFlags } from '../../../../tools/launcher/supervise.ts';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));

export interface ServerProcess {
  /** Starts it, on the same port and database as before, and waits until it serves. */
  start(): Promise<void>;
  /** `kill -9`: nothing is finished, nobody is told. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code, null when a signal ended it */
  terminate(): Promise<number | null>;
  /** Ends it, whatever it does, and takes its folder away. */
  remove(): Promise<void>;
}

export interface ServerOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly hasMailbox: boolean;
}

/** The built server as a process of its own, as it runs in production. */
export const serverProcess = ({ databaseUrl, port, publicUrl, hasMailbox }: ServerOptions): ServerProcess => {
  const folder = mkdtempSync(join(tmpdir(), 'landbridge-journey-'));
  const environment = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    LANDBRIDGE_DATA: folder,
    LANDBRIDGE_MAILBOX: String(hasMailbox),
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
  };
  let child: ChildProcess | null = null;

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    await ended;
    return ending.exitCode;
  };

  return {
    start: async () => {
      const starting = fork(script, [], {
        env: environment,
        stdio: ['ignore', process.env['TEST_LOG'] ? 'inherit' : 'ignore', 'inherit', 'ipc'],
        execArgv: serverFlags,
      });
      child = starting;
      await Promise.race([
        once(starting, 'message'),
        once(starting, 'exit').then(([code]) => {
          throw new Error(`The server ended with exit code ${code} before it served.`);
        }),
      ]);
    },
    kill: async () => void (await end('SIGKILL')),
    terminate: () => end('SIGTERM'),
    remove: async () => {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
