import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** When a process began, in clock ticks since boot: with the pid it names one process for good. Null when it is gone. */
const beginningOf = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : (rest[18] ?? null);
  } catch {
    return existsSync('/proc/self') ? null : aliveWithoutProc(pid);
  }
};

const aliveWithoutProc = (pid: number): string | null => {
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch {
    return null;
  }
};

/** Takes a data folder for this process. @returns how to give it back, or null when another living process has it */
export const takeFolder = (folder: string): (() => void) | null => {
  const file = join(folder, 'running');
  const mine = `${process.pid} ${beginningOf(process.pid)}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch {
      const [pid = '', beginning] = existsSync(file) ? readFileSync(file, 'utf8').split(' ') : [];
      if (pid !== '' && beginningOf(Number(pid)) === beginning) return null;
      rmSync(file, { force: true });
    }
  }
  return null;
};
