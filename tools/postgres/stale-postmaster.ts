import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processAt } from './process-at.ts';

/** A shutdown writes what memory holds: on a slow disk that takes a while. */
const fastShutdownWithinMs = 30_000;
const killedWithinMs = 5_000;

/**
 * After a kill, PostgreSQL refuses to start while the pid in `postmaster.pid` answers: a zombie, a reused pid, a server that outlived us.
 * A server that really runs is asked to stop; orphans are killed; then line 1 gets our own pid, which PostgreSQL ignores in its parent.
 * The file itself stays: its line 7 guards the shared memory.
 */
export const clearStalePostmaster = async (cluster: string): Promise<void> => {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  const folder = realpathSync(cluster);
  if (isPostgresIn(Number(pid), folder)) await stopRunning(Number(pid), folder);
  for (const orphan of postgresIn(folder)) killIfThere(orphan, 'SIGKILL');
  await until(() => postgresIn(folder).length === 0, killedWithinMs);
  if (existsSync(file)) writeFileSync(file, [String(process.pid), ...rest].join('\n'));
};

const stopRunning = async (pid: number, folder: string): Promise<void> => {
  killIfThere(pid, 'SIGINT');
  await until(() => !isPostgresIn(pid, folder), fastShutdownWithinMs);
};

const hasProc = existsSync('/proc/self');

const isPostgresIn = (pid: number, folder: string): boolean => {
  if (!(pid > 0)) return false;
  if (!hasProc) return spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.includes('postgres') ?? false;
  const found = processAt(pid);
  return found?.name === 'postgres' && found.folder === folder;
};

/** Backends that lost their postmaster keep its shared memory while they are busy. */
const postgresIn = (folder: string): number[] =>
  hasProc
    ? readdirSync('/proc')
        .map(Number)
        .filter((pid) => isPostgresIn(pid, folder))
    : [];

const killIfThere = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile, which is what we want.
  }
};

const until = async (isSo: () => boolean, withinMs: number): Promise<void> => {
  const giveUpAt = Date.now() + withinMs;
  while (!isSo() && Date.now() < giveUpAt) await wait(20);
};
