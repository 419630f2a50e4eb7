import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { inRoot } from '../launcher/paths.ts';
import { serverFlags } from '../launcher/supervise.ts';
import { copyAgain } from './support/copy-floor.ts';
import { writeHistory } from './support/history.ts';
import { argument, numberArgument, report, rounded, type Row } from './support/report.ts';
import { databaseUrl, startServer } from './support/server.ts';

// P5: a history from a file into the database, twice; beside it, a bare COPY of what it wrote. Rendering, which a job does, apart.

const size = {
  messages: numberArgument('messages', 200_000),
  people: numberArgument('people', 5_500),
  communities: numberArgument('communities', 120),
  threads: numberArgument('threads', 11_000),
};
const sampleMs = 250;
const folder = process.env['BENCH_DATA'] ?? '/tmp';
const profiles = argument('cpu-prof');

const database = new Client({ connectionString: databaseUrl() });

interface Run {
  readonly seconds: number;
  /** Resident memory over the run, in MiB. */
  readonly memory: readonly number[];
  readonly peakMiB: number;
}

const importOnce = async (file: string): Promise<Run> => {
  const flags = [...serverFlags, ...(profiles ? ['--cpu-prof', '--cpu-prof-dir', profiles] : [])];
  const child = spawn(process.execPath, [...flags, inRoot('apps/api/dist/main.js'), 'import', file], {
    env: { ...process.env, DATABASE_URL: databaseUrl(), LANDBRIDGE_DATA: folder, INIT_CWD: folder },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let code: number | null | undefined;
  child.once('exit', (given) => (code = given));
  const memory: number[] = [];
  let peakMiB = 0;
  while (code === undefined) {
    const { resident, peak } = memoryOf(child.pid ?? 0);
    if (resident > 0) memory.push(resident);
    peakMiB = Math.max(peakMiB, peak);
    await wait(sampleMs);
  }
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
  const { rows } = await database.query(
    `select extract(epoch from ended_at - started_at)::float as s from import_runs order by ended_at desc limit 1`,
  );
  return { seconds: rows[0].s, memory, peakMiB };
};

/** Nothing once the process has ended. */
const memoryOf = (pid: number): { resident: number; peak: number } => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mebibytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024;
    return { resident: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
  } catch {
    return { resident: 0, peak: 0 };
  }
};

const rowOf = (what: string, { seconds, memory, peakMiB }: Run): Row => ({
  what,
  seconds: rounded(seconds),
  'messages/s': Math.round(size.messages / seconds),
  'MiB at a third': rounded(memory[Math.floor(memory.length / 3)] ?? 0, 0),
  'at two thirds': rounded(memory[Math.floor((memory.length * 2) / 3)] ?? 0, 0),
  peak: rounded(peakMiB, 0),
});

const renderAll = async (): Promise<Row> => {
  const server = await startServer();
  const began = performance.now();
  for (;;) {
    const { rows } = await database.query('select exists (select 1 from messages where renderer = 0) as waits');
    if (!rows[0].waits) break;
    await wait(sampleMs);
  }
  const seconds = (performance.now() - began) / 1_000;
  await server.stop();
  return { what: 'rendering, by the job', seconds: rounded(seconds), 'messages/s': Math.round(size.messages / seconds) };
};

const file = join(folder, 'history.ndjson');
const bytes = await writeHistory(file, size);
await database.connect();
const rows: Row[] = [];
rows.push(rowOf('import', await importOnce(file)));
const copied = await copyAgain(database);
rows.push({
  what: 'COPY of the same rows, same indexes and keys',
  seconds: rounded(copied),
  'messages/s': Math.round(size.messages / copied),
});
rows.push(rowOf('the same file again', await importAgain()));
rows.push(await renderAll());
await database.end();
report('import: a history from a file', { ...size, fileMiB: rounded(bytes / 2 ** 20, 0) }, rows);

async function importAgain(): Promise<Run> {
  const run = await importOnce(file);
  const { rows: counted } = await database.query('select counts from import_runs order by ended_at desc limit 1');
  const types: Record<string, { new: number; changed: number }> = counted[0].counts.types;
  const written = Object.values(types).reduce((sum, { new: fresh, changed }) => sum + fresh + changed, 0);
  if (written > 0) throw new Error(`The second run wrote ${written} lines.`);
  return run;
}
