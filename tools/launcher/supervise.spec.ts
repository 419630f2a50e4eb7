import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { until } from '../testing/until.ts';
import { supervise } from './supervise.ts';

/** A program that notes when it is started, and then does what it is given. */
const programThat = (does: string) => {
  const folder = temporaryFolder();
  const starts = join(folder, 'starts');
  const script = join(folder, 'program.mjs');
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs';
     appendFileSync(${JSON.stringify(starts)}, Date.now() + '\\n');
     const ready = () => process.send({ type: 'ready', url: 'http://127.0.0.1:1' });
     ${does}`,
  );
  const startedAt = () => (existsSync(starts) ? readFileSync(starts, 'utf8').trim().split('\n').map(Number) : []);
  const supervised = supervise({ script, environment: process.env });
  onTestFinished(() => supervised.stop());
  return { supervised, startedAt };
};

const liveOn = 'setInterval(() => undefined, 1_000);';

describe('supervise', () => {
  it('tells the address when the program serves', async () => {
    const { supervised } = programThat(`ready(); ${liveOn}`);

    await expect(supervised.ready).resolves.toBe('http://127.0.0.1:1');
  });

  it('starts a program that died again, ever more slowly', async () => {
    const { startedAt } = programThat(`ready(); setTimeout(() => process.exit(1), 10);`);

    await until('it was started four times', () => startedAt().length >= 4);

    const [first = 0, second = 0, third = 0, fourth = 0] = startedAt();
    expect([second - first >= 100, third - second >= 200, fourth - third >= 400]).toEqual([true, true, true]);
  });

  it('gives up at once when the settings are wrong', async () => {
    const { supervised, startedAt } = programThat('process.exit(78);');

    await expect(supervised.ready).rejects.toThrow('The server could not start');
    expect(startedAt()).toHaveLength(1);
  });

  it('gives up on a program that never served, after three starts', async () => {
    const { supervised, startedAt } = programThat('process.exit(1);');

    await expect(supervised.gaveUp).rejects.toThrow('The server could not start');
    expect(startedAt()).toHaveLength(3);
  });

  it('does not start it again when it was told to stop', async () => {
    const { supervised, startedAt } = programThat(`process.on('SIGTERM', () => process.exit(0)); ready(); ${liveOn}`);
    await supervised.ready;

    await supervised.stop();

    expect(startedAt()).toHaveLength(1);
  });

  it('starts it at once when it is told to restart', async () => {
    const { supervised, startedAt } = programThat(`process.on('SIGTERM', () => process.exit(0)); ready(); ${liveOn}`);
    await supervised.ready;

    supervised.restart();

    await until('it was started twice', () => startedAt().length === 2);
    expect(startedAt()).toHaveLength(2);
  });
});
