import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { postgresBinaries } from './binaries.ts';
import { databaseUser } from './database-user.ts';

/** Starts one of PostgreSQL's programs as the user it accepts. What it complains about comes by stderr. */
export const spawnProgram = (program: string, args: readonly string[], options: { detached?: boolean } = {}): ChildProcess =>
  spawn(join(postgresBinaries(), 'bin', program), args, {
    ...options,
    ...databaseUser(),
    // The working folder of whoever called us may be closed to that user, and a locale of the machine would enter the cluster.
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
  });

/** The last complaints of a program, for the sentence that tells of its failure. */
export const collectComplaints = (child: ChildProcess): (() => string) => {
  const longest = 4_000;
  let text = '';
  child.stderr?.on('data', (part: Buffer) => {
    text = `${text}${part.toString()}`.slice(-longest);
  });
  child.on('error', (error) => {
    text = `${text}${error.message}\n`;
  });
  return () => text.trim();
};

/** Runs a program to its end. @throws with its complaints after `failure` when it ends badly */
export const runProgram = async (
  program: string,
  args: readonly string[],
  { input = '', failure }: { input?: string; failure: string },
) => {
  const child = spawnProgram(program, args);
  const complaints = collectComplaints(child);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${failure}\n${complaints()}`);
};
