import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from './paths.ts';
import { say } from './say.ts';

const wrongSettings = 78;
const longestPauseMs = 10_000;
const steadyAfterMs = 30_000;
const stopWithinMs = 10_000;

export interface Supervised {
  /** Resolves when the server serves for the first time. @throws when it gives up before */
  readonly ready: Promise<string>;
  /** The present server process. */
  readonly child: () => ChildProcess | null;
  stop(): Promise<void>;
}

/** Keeps the server running: one that dies is started again, ever more slowly; one with wrong settings is not. */
export const supervise = (environment: NodeJS.ProcessEnv): Supervised => {
  let child: ChildProcess | null = null;
  let isStopping = false;
  let tellReady: (url: string) => void = () => undefined;
  let tellFailed: (error: Error) => void = () => undefined;
  const ready = new Promise<string>((resolve, reject) => {
    tellReady = resolve;
    tellFailed = reject;
  });

  const keepRunning = async () => {
    let wasReady = false;
    for (let failures = 0; !isStopping; failures++) {
      const startedAt = Date.now();
      child = fork(inRoot('apps/api/dist/main.js'), [], {
        env: environment,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        execArgv: ['--enable-source-maps'],
      });
      child.on('message', (message: { type?: string; url?: string }) => {
        if (message.type !== 'ready' || !message.url) return;
        wasReady = true;
        tellReady(message.url);
      });
      const [code] = await once(child, 'exit');
      if (isStopping) return;
      if (code === wrongSettings || (!wasReady && failures >= 2))
        return tellFailed(new Error('The server could not start; the lines above say why.'));
      if (Date.now() - startedAt > steadyAfterMs) failures = 0;
      const pauseMs = Math.min(longestPauseMs, 100 * 2 ** failures);
      say(`The server ended unexpectedly (${code ?? 'killed'}); starting it again in ${pauseMs} ms.`);
      await wait(pauseMs);
    }
  };
  void keepRunning();

  return {
    ready,
    child: () => child,
    stop: async () => {
      isStopping = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const inTime = await Promise.race([ended.then(() => true), wait(stopWithinMs, false)]);
      if (!inTime) child.kill('SIGKILL');
    },
  };
};
