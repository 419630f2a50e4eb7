import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What /proc knows of a process; null when there is none. */
const processAt = (pid: number): { state: string; name: string; folder: string | null } | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, name = '', state = ''] = /\((.*)\) (\w)/.exec(stat) ?? [];
    return { state, name, folder: linkOf(`/proc/${pid}/cwd`) };
  } catch {
    return null;
  }
};

const linkOf = (path: string): string | null => {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
};

const postgresIn = (folder: string): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      const found = pid > 0 ? processAt(pid) : null;
      return found?.name === 'postgres' && found.state !== 'Z' && found.folder === folder;
    });

/**
 * After a kill, PostgreSQL refuses to start while the pid in `postmaster.pid` answers: a zombie, a reused pid, a server that outlived us.
 * A server that really runs is asked to stop; orphans are killed; then line 1 gets our own pid, which PostgreSQL ignores in its parent.
 * The file itself stays: its line 7 guards the shared memory.
 */
export const clearStalePostmaster = async (folder: string): Promise<void> => {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (existsSync('/proc/self')) {
    const holder = processAt(pid);
    if (holder?.name === 'postgres' && holder.state !== 'Z' && holder.folder === folder) await stopRunning(pid);
    for (const orphan of postgresIn(folder)) process.kill(orphan, 'SIGKILL');
    await gone(() => postgresIn(folder).length === 0);
  }
  if (existsSync(file)) writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
};

const stopRunning = async (pid: number): Promise<void> => {
  process.kill(pid, 'SIGINT');
  await gone(() => processAt(pid) === null);
};

const gone = async (isGone: () => boolean): Promise<void> => {
  for (let waited = 0; waited < 5_000 && !isGone(); waited += 20) await wait(20);
};
