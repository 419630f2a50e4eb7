import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { processAt } from '../postgres/process-at.ts';
import { say } from './say.ts';

/**
 * Takes a lock file for this process. The holder is named by pid and beginning, so that a reused pid does not count and a lock
 * whose holder was killed is taken over. @returns how to give it back, or null when another living process has it
 */
export const takeLock = (file: string): (() => void) | null => {
  const mine = `${process.pid} ${beginningOf(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  // Linked into place complete: a reader must never see a lock without its holder.
  writeFileSync(draft, mine);
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linkInPlace(draft, file)) return () => rmSync(file, { force: true });
      if (isHeld(readOrNothing(file))) return null;
      removeStale(file, `${draft}.stale`);
    }
    return null;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Takes a lock as soon as it is free; says a sentence when it has to wait. */
export const waitForLock = async (file: string, sentence: string): Promise<() => void> => {
  for (let attempt = 0; ; attempt++) {
    const giveBack = takeLock(file);
    if (giveBack) return giveBack;
    if (attempt === 0) say(sentence);
    await wait(100);
  }
};

const linkInPlace = (draft: string, file: string): boolean => {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    throw error;
  }
};

/** Between reading a stale lock and removing it another process may have taken it over: what was removed is looked at, and put back. */
const removeStale = (file: string, aside: string): void => {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (isHeld(readOrNothing(aside))) linkInPlace(aside, file);
  rmSync(aside, { force: true });
};

const isHeld = (holder: string): boolean => {
  const [pid = '', beginning] = holder.split(' ');
  return pid !== '' && beginningOf(Number(pid)) === beginning;
};

const readOrNothing = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** When a process began; with the pid it names one process for good. Null when it is gone. */
const beginningOf = (pid: number): string | null => {
  if (existsSync('/proc/self')) return processAt(pid)?.beganAt ?? null;
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch {
    return null;
  }
};
