import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresBinaries } from './binaries.ts';
import { databaseUser, type DatabaseUser } from './database-user.ts';
import { prepareFolder } from './data-folder.ts';
import { clearStalePostmaster } from './stale-postmaster.ts';

export interface RunningPostgres {
  /** Of a superuser, on the database `landbridge`. */
  readonly url: string;
  readonly port: number;
  /** Fast shutdown: open transactions are rolled back. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly dataFolder: string;
  /** `durable` keeps every promise; `fast` forgets them on a crash and is for tests only. */
  readonly mode: 'durable' | 'fast';
}

const modes = {
  durable: { max_connections: '200', shared_buffers: '128MB', wal_compression: 'on' },
  fast: { max_connections: '300', shared_buffers: '32MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
} as const;

const startWithinMs = 20_000;

/** Starts PostgreSQL in a folder, making its cluster first where there is none. */
export const startPostgres = async ({ dataFolder, mode }: PostgresOptions): Promise<RunningPostgres> => {
  const user = databaseUser();
  const binaries = postgresBinaries();
  const cluster = join(dataFolder, 'postgres');
  const password = keepPassword(dataFolder);
  // The database's own user must be able to pass through; secrets have a folder that only we enter.
  if (user) chmodSync(dataFolder, 0o755);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise({ binaries, cluster, password, user });
  await clearStalePostmaster(cluster);
  const port = await freePort();
  const sockets = mkdtempSync(join(tmpdir(), 'landbridge-'));
  if (user) chownSync(sockets, user.uid, user.gid);
  const settings = {
    ...modes[mode],
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: sockets,
    log_min_messages: 'fatal',
  };
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      // Detached: Ctrl+C reaches only us, and we stop it in order.
      ...{ detached: true, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: programEnvironment(), ...user },
    },
  );
  const complaints = collect(child);
  const url = `postgres://landbridge:${password}@127.0.0.1:${port}/landbridge`;
  await untilReady({ child, cluster, complaints });
  await makeDatabase(url);
  return { url, port, stop: () => stop(child, sockets) };
};

const programEnvironment = () => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' });

/** The password of this folder's cluster, made once. */
const keepPassword = (dataFolder: string): string => {
  const file = join(dataFolder, 'secrets', 'postgres-password');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  prepareFolder(dataFolder);
  mkdirSync(join(dataFolder, 'secrets'), { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
};

const initialise = async ({
  binaries,
  cluster,
  password,
  user,
}: {
  binaries: string;
  cluster: string;
  password: string;
  user: DatabaseUser | null;
}) => {
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { recursive: true });
  chmodSync(cluster, 0o700);
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [cluster, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const args = [
    '-D',
    cluster,
    '-U',
    'landbridge',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    ...locale,
    '--no-instructions',
  ];
  const child = spawn(join(binaries, 'bin', 'initdb'), args, {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: programEnvironment(),
    ...user,
  });
  const complaints = collect(child);
  const code = await new Promise((resolve) => child.once('close', resolve));
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`The database could not be made in ${cluster}:\n${complaints()}`);
};

const collect = (child: ChildProcess): (() => string) => {
  let text = '';
  child.stderr?.on('data', (part: Buffer) => {
    text = `${text}${part.toString()}`.slice(-4_000);
  });
  return () => text;
};

/** Line 8 of postmaster.pid says "ready" when connections are accepted. */
const untilReady = async ({
  child,
  cluster,
  complaints,
}: {
  child: ChildProcess;
  cluster: string;
  complaints: () => string;
}): Promise<void> => {
  const file = join(cluster, 'postmaster.pid');
  for (let waited = 0; waited < startWithinMs; waited += 10) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`PostgreSQL did not start:\n${complaints()}`);
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (Number(lines[0]) === child.pid && lines[7]?.startsWith('ready')) return;
    await wait(10);
  }
  child.kill('SIGKILL');
  throw new Error(`PostgreSQL was not ready within ${startWithinMs / 1_000} seconds:\n${complaints()}`);
};

const makeDatabase = async (url: string): Promise<void> => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url.replace(/\/landbridge$/, '/postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'landbridge'`);
    if (rowCount === 0) await client.query('create database landbridge');
  } finally {
    await client.end();
  }
};

const stop = async (child: ChildProcess, sockets: string): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // SIGTERM would wait for clients; SIGINT is PostgreSQL's fast shutdown.
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
  else return;
  await Promise.race([ended, wait(8_000, null, { ref: false }).then(() => child.kill('SIGQUIT'))]);
  rmSync(sockets, { recursive: true, force: true });
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
