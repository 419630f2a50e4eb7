import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseName, openCluster, superuser, type Cluster } from './cluster.ts';
import { databaseUser } from './database-user.ts';
import { prepareFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { collectComplaints, spawnProgram } from './run-program.ts';
import { clearStalePostmaster } from './stale-postmaster.ts';

export interface RunningPostgres {
  /** Of a superuser, on the database `landbridge`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has ended, told to or not, with its last complaints. */
  readonly ended: Promise<string>;
  /** Fast shutdown: open transactions are rolled back. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly dataFolder: string;
  /** `durable` keeps every promise; `fast` forgets them on a crash and is for tests only. */
  readonly mode: 'durable' | 'fast';
  /** More of PostgreSQL's own settings, which win over the mode's. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A free one when not given. */
  readonly port?: number;
}

const modes = {
  durable: { max_connections: '200', shared_buffers: '128MB', wal_compression: 'on', fsync: 'on', synchronous_commit: 'on' },
  fast: { max_connections: '300', shared_buffers: '32MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
} as const;

/** Recovery after a crash replays up to some gigabytes; whoever cuts it begins it anew. */
const readyWithinMs = 600_000;
const fastShutdownWithinMs = 8_000;

/** Starts PostgreSQL on a data folder, making its cluster first where there is none. */
export const startPostgres = async ({ dataFolder, mode, settings = {}, port: wanted }: PostgresOptions): Promise<RunningPostgres> => {
  prepareFolder(dataFolder);
  // The database's own user must be able to pass through; the secrets have a folder that only we enter.
  if (databaseUser()) chmodSync(dataFolder, 0o755);
  const cluster = await openCluster(dataFolder, { isDurable: mode === 'durable' });
  await clearStalePostmaster(cluster.folder);
  const port = wanted ?? (await freePort('127.0.0.1'));
  const child = spawnServer(cluster, {
    ...modes[mode],
    ...settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    // Nobody uses a socket file: it would need a short path and be left behind by a kill.
    unix_socket_directories: '',
  });
  const complaints = collectComplaints(child);
  const ended = new Promise<string>((resolve) => {
    child.once('error', () => resolve(complaints()));
    child.once('exit', () => resolve(complaints()));
  });
  await untilReady(child, cluster.folder, complaints);
  const url = `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/${databaseName}`;
  return { url, port, pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
};

/** The address of a database that another process keeps running; null when none runs there. */
export const runningPostgresUrl = (dataFolder: string): string | null => {
  const password = join(dataFolder, 'secrets', 'postgres-password');
  const { port, isReady } = postmasterIn(join(dataFolder, 'postgres'));
  if (!isReady || !existsSync(password)) return null;
  return `postgres://${superuser}:${readFileSync(password, 'utf8').trim()}@127.0.0.1:${port}/${databaseName}`;
};

const spawnServer = ({ folder }: Cluster, settings: Readonly<Record<string, string>>): ChildProcess => {
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl+C reaches only us, and we stop it in order.
  const child = spawnProgram('postgres', ['-D', folder, ...args], { detached: true });
  child.stdin?.destroy();
  return child;
};

const untilReady = async (child: ChildProcess, folder: string, complaints: () => string): Promise<void> => {
  const giveUpAt = Date.now() + readyWithinMs;
  while (Date.now() < giveUpAt) {
    if (child.pid === undefined || hasEnded(child)) throw new Error(`PostgreSQL did not start:\n${complaints()}`);
    const { pid, isReady } = postmasterIn(folder);
    if (isReady && pid === child.pid) return;
    await wait(10);
  }
  child.kill('SIGINT');
  throw new Error(`PostgreSQL was not ready within ${readyWithinMs / 60_000} minutes:\n${complaints()}`);
};

/** Lines 1, 4 and 8 of postmaster.pid: pid, port, and "ready" when connections are accepted. */
const postmasterIn = (folder: string): { pid: number; port: number; isReady: boolean } => {
  const file = join(folder, 'postmaster.pid');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.startsWith('ready') ?? false };
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const stop = async (child: ChildProcess, ended: Promise<string>): Promise<void> => {
  if (hasEnded(child)) return;
  // SIGTERM would wait for clients; SIGINT is PostgreSQL's fast shutdown.
  child.kill('SIGINT');
  const inTime = await Promise.race([ended.then(() => true), wait(fastShutdownWithinMs, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGQUIT');
  await ended;
};
