import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from './paths.ts';
import { say } from './say.ts';

/** The server's exit code for settings that cannot work (sysexits.h, EX_CONFIG). */
const wrongSettings = 78;
const startsBeforeGivingUp = 3;
const shortestPauseMs = 100;
const longestPauseMs = 10_000;
/** A server that lived this long was well: the next pause is short again. */
const steadyAfterMs = 30_000;
const stopWithinMs = 10_000;

export interface Supervised {
  /** Resolves with the address when the server serves for the first time. @throws when it gives up before */
  readonly ready: Promise<string>;
  /** @throws when the server cannot be kept running; never resolves */
  readonly gaveUp: Promise<never>;
  /** Ends the server and starts it at once, for new code. */
  restart(): void;
  stop(): Promise<void>;
}

/** How Node runs the server. A small young generation: without a limit an idle server keeps 40 MiB that it does not need. */
export const serverFlags = ['--enable-source-maps', '--max-semi-space-size=4'];

export interface SupervisedProgram {
  readonly script?: string;
  readonly environment: NodeJS.ProcessEnv;
  /** In development a server that does not start waits for the next restart instead. */
  readonly isDevelopment?: boolean;
}

/** Keeps the server running: one that dies is started again, ever more slowly; one with wrong settings is not. */
export const supervise = ({
  script = inRoot('apps/api/dist/main.js'),
  environment,
  isDevelopment = false,
}: SupervisedProgram): Supervised => {
  const ready = Promise.withResolvers<string>();
  const gaveUp = Promise.withResolvers<never>();
  // Whoever waits for one of the two hears it; the other must not end the program as unheard.
  for (const { promise } of [ready, gaveUp]) promise.catch(() => undefined);
  let child: ChildProcess | null = null;
  let isStopping = false;
  let isRestarting = false;
  let wake: () => void = () => undefined;

  const runOnce = async (): Promise<{ code: number | null; wasReady: boolean; livedMs: number }> => {
    const startedAt = performance.now();
    let wasReady = false;
    const server = fork(script, [], {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: serverFlags,
    });
    child = server;
    server.on('message', (message) => {
      const url = urlIn(message);
      if (url === null) return;
      wasReady = true;
      ready.resolve(url);
    });
    const code = await new Promise<number | null>((resolve) => {
      server.once('error', () => resolve(1));
      server.once('exit', resolve);
    });
    return { code, wasReady, livedMs: performance.now() - startedAt };
  };

  const sleepUntilWoken = (pauseMs: number) =>
    Promise.race([
      pauseMs === Infinity ? new Promise(() => undefined) : wait(pauseMs),
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
    ]);

  const fail = (error: Error) => {
    ready.reject(error);
    gaveUp.reject(error);
  };

  const keepRunning = async () => {
    let hasBeenReady = false;
    for (let failures = 0; !isStopping;) {
      const { code, wasReady, livedMs } = await runOnce();
      hasBeenReady ||= wasReady;
      if (isStopping) return;
      if (isRestarting) {
        isRestarting = false;
        failures = 0;
        continue;
      }
      failures = livedMs > steadyAfterMs ? 1 : failures + 1;
      const cannotStart = code === wrongSettings || (!hasBeenReady && failures >= startsBeforeGivingUp);
      if (isDevelopment && !wasReady) {
        say('The server did not start; it is tried again when a file changes.');
        await sleepUntilWoken(Infinity);
        isRestarting = false;
        continue;
      }
      if (cannotStart) return fail(new Error('The server could not start; the lines above say why.'));
      const pauseMs = Math.min(longestPauseMs, shortestPauseMs * 2 ** (failures - 1));
      say(`The server ended unexpectedly (${code === null ? 'killed' : `exit code ${code}`}); starting it again in ${pauseMs} ms.`);
      await sleepUntilWoken(pauseMs);
    }
  };
  void keepRunning().catch((error: unknown) => fail(error instanceof Error ? error : new Error(String(error))));

  const isAlive = () => child !== null && child.exitCode === null && child.signalCode === null;
  return {
    ready: ready.promise,
    gaveUp: gaveUp.promise,
    restart: () => {
      isRestarting = true;
      if (isAlive()) child?.kill('SIGTERM');
      wake();
    },
    stop: async () => {
      isStopping = true;
      wake();
      if (!child || !isAlive()) return;
      const ended = new Promise<void>((resolve) => child?.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const inTime = await Promise.race([ended.then(() => true), wait(stopWithinMs, false, { ref: false })]);
      if (!inTime) child.kill('SIGKILL');
    },
  };
};

const urlIn = (message: unknown): string | null => {
  if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'ready') return null;
  return 'url' in message && typeof message.url === 'string' ? message.url : null;
};
