import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { inRoot } from './paths.ts';
import { takeLock, waitForLock } from './lock.ts';

describe('take lock', () => {
  it('gives a lock that nobody has', () => {
    expect(takeLock(join(temporaryFolder(), 'lock'))).not.toBeNull();
  });

  it('refuses a second taker', () => {
    const file = join(temporaryFolder(), 'lock');
    takeLock(file);

    expect(takeLock(file)).toBeNull();
  });

  it('gives it to the next when it was given back', () => {
    const file = join(temporaryFolder(), 'lock');
    takeLock(file)?.();

    expect(takeLock(file)).not.toBeNull();
  });

  it('takes over from a holder that is gone', () => {
    const file = join(temporaryFolder(), 'lock');
    const noPid = 4_194_304;
    writeFileSync(file, `${noPid} 1`);

    expect(takeLock(file)).not.toBeNull();
  });

  it.runIf(existsSync('/proc/self'))('takes over when the pid belongs to a younger process', () => {
    const file = join(temporaryFolder(), 'lock');
    writeFileSync(file, `${process.pid} 1`);

    expect(takeLock(file)).not.toBeNull();
  });

  it('has one winner when many take over a stale one at once', async () => {
    const file = join(temporaryFolder(), 'lock');
    writeFileSync(file, '4194304 1');

    const outcomes = await Promise.all(Array.from({ length: 6 }, () => takeInAnotherProcess(file)));

    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1);
  });
});

describe('wait for lock', () => {
  it('goes on as soon as the holder gives it back', async () => {
    const file = join(temporaryFolder(), 'lock');
    const giveBack = takeLock(file);

    const waiting = waitForLock(file, 'Waiting for the lock of this test …');
    giveBack?.();

    await expect(waiting).resolves.toBeTypeOf('function');
  });
});

/** Holds what it took until every other had its try: a lock whose holder has ended is free. */
const takeInAnotherProcess = (file: string): Promise<string> =>
  new Promise((resolve) => {
    const program = `
      const { takeLock } = await import(${JSON.stringify(inRoot('tools/launcher/lock.ts'))});
      const giveBack = takeLock(${JSON.stringify(file)});
      process.stdout.write(giveBack ? 'taken' : 'refused');
      setInterval(() => undefined, 1_000);
      process.stdin.on('end', () => process.exit()).resume();`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdout.once('data', (part: Buffer) => {
      resolve(part.toString());
      open.push(child);
      if (open.length === 6) for (const one of open) one.stdin?.end();
    });
  });

const open: ReturnType<typeof spawn>[] = [];
