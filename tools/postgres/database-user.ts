import { readFileSync } from 'node:fs';

export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: the user it runs as instead. Null when we are an ordinary user ourselves. */
export const databaseUser = (): DatabaseUser | null => {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].flatMap((name) => lines.filter((line) => line[0] === name))[0];
  if (!found)
    throw new Error(
      'Run Landbridge as an ordinary user: PostgreSQL refuses root, and this system has no user postgres or nobody to run it as.',
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
};
