import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from '../launcher/paths.ts';
import { report, rounded, type Row } from './support/report.ts';

// P13: from `npm start` to ready, and what an idle server holds in memory. Installed and built: only the product's own time.

const rounds = 3;
const idleMs = 5_000;

interface Start {
  readonly readyMs: number;
  readonly serverMiB: number;
}

const startOnce = async (dataFolder: string): Promise<Start> => {
  const begun = performance.now();
  const child = spawn(process.execPath, [inRoot('tools/launch.mjs'), 'start'], {
    cwd: inRoot(),
    env: { ...process.env, PORT: '0', LANDBRIDGE_DATA: dataFolder, BENCH_DATABASE_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('Landbridge is ready at')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
  const readyMs = performance.now() - begun;
  await wait(idleMs);
  const serverMiB = residentMiB(serverBelow(child.pid ?? 0));
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return { readyMs, serverMiB };
};

/** The server is the launcher's child that runs main.js. */
const serverBelow = (pid: number): number => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  const server = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('apps/api/dist/main.js'));
  if (server === undefined) throw new Error('The server was not found below the launcher.');
  return server;
};

const residentMiB = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

const rows: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'landbridge-bench-'));
try {
  const first = await startOnce(folder);
  rows.push({
    what: 'first start: makes the database',
    'ready s': rounded(first.readyMs / 1_000, 2),
    'idle MiB': rounded(first.serverMiB, 0),
  });
  for (let round = 1; round <= rounds; round++) {
    const next = await startOnce(folder);
    rows.push({
      what: `start ${round} on an existing database`,
      'ready s': rounded(next.readyMs / 1_000, 2),
      'idle MiB': rounded(next.serverMiB, 0),
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report('start: from npm start to ready', { mustReach: 'existing ≤ 3 s, first ≤ 10 s, idle ≤ 180 MiB' }, rows);
