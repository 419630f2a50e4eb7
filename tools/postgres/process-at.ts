import { readFileSync, readlinkSync } from 'node:fs';

export interface ProcessAt {
  readonly name: string;
  /** Its working folder; null when we may not know. */
  readonly folder: string | null;
  /** Clock ticks since the machine started. */
  readonly beganAt: string;
}

/** What Linux knows of a living process; null when there is none, or only its zombie. */
export const processAt = (pid: number): ProcessAt | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    // The name may hold spaces and brackets; after its last bracket come the fields from the third on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return { name, folder: folderOf(pid), beganAt: fields[19] ?? '' };
  } catch {
    return null;
  }
};

const folderOf = (pid: number): string | null => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
};
