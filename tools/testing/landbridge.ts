import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../launcher/paths.ts';
import { until } from './until.ts';

/** A program of this clone at work, seen from outside: what it says, and how it ends. */
export interface Launched {
  readonly pid: number;
  /** Everything it and its children have written, both streams. */
  said(): string;
  /** Waits until it has said this. @throws with what it said instead when it ends before */
  says(words: string): Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Resolves when neither it nor a child of it can say anything more. */
  readonly silent: Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs `npm run COMMAND` without npm. Settings of whoever runs the tests do not reach it. */
export const launch = (args: readonly string[], settings: Readonly<Record<string, string>>): Launched => {
  const { PATH = '', HOME = '/' } = process.env;
  const child = spawn(process.execPath, [inRoot('tools/launch.mjs'), ...args], {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let hasEnded = false;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => {
      hasEnded = true;
      resolve(code ?? signal);
    });
  });
  // Its last words may come after its end.
  const silent = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const says = async (words: string) => {
    await until(`"${words}" is said`, () => text.includes(words) || hasEnded, 60_000);
    if (!text.includes(words)) throw new Error(`It ended without saying "${words}". It said:\n${text}`);
  };
  return { pid: child.pid ?? 0, said: () => text, says, ended, silent, kill: (signal) => child.kill(signal) };
};

/** Runs a command to its end. */
export const runLaunched = async (args: readonly string[], settings: Readonly<Record<string, string>>) => {
  const launched = launch(args, settings);
  const code = await launched.ended;
  await launched.silent;
  return { code, said: launched.said() };
};

/** Starts Landbridge on a data folder and a free port. @returns with its address, when it is ready */
export const startLandbridge = async (dataFolder: string): Promise<Launched & { url: string }> => {
  const launched = launch(['start'], { LANDBRIDGE_DATA: dataFolder, PORT: '0', LOG_LEVEL: 'warn' });
  await launched.says('Landbridge is ready at ');
  const [, url = ''] = /is ready at (\S+)/.exec(launched.said()) ?? [];
  return { ...launched, url };
};

export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every living process of this machine. */
export const processes = (): readonly SeenProcess[] =>
  existsSync('/proc/self')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => seenInProc(Number(name)))
    : spawnSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' })
        .stdout.split('\n')
        .flatMap((line) => {
          const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
          return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
        });

/** Those whose command line holds the words. */
export const processesWith = (words: string): readonly SeenProcess[] => processes().filter(({ command }) => command.includes(words));

const seenInProc = (pid: number): SeenProcess[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
  } catch {
    // It ended between the two looks.
    return [];
  }
};
