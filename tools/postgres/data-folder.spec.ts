import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { dataFolder, prepareFolder } from './data-folder.ts';

const nobody = { uid: 65_534, gid: 65_534 };

/** A clone in a home that only its owner enters, as root's is. */
const cloneInPrivateHome = (): string => {
  const home = join(temporaryFolder(), 'home');
  mkdirSync(join(home, 'landbridge'), { recursive: true });
  mkdirSync(join(home, 'private'), { mode: 0o700 });
  return join(home, 'private', 'landbridge');
};

describe('data folder', () => {
  it('is where it is configured, counted from the clone', () => {
    const clone = temporaryFolder();

    expect(dataFolder(clone, './.landbridge', nobody)).toEqual({ folder: join(clone, '.landbridge'), isElsewhere: false });
  });

  it('is under /var/lib where the database’s own user cannot reach the clone', () => {
    const found = dataFolder(cloneInPrivateHome(), './.landbridge', nobody);

    expect(found).toEqual({ folder: expect.stringMatching(/^\/var\/lib\/landbridge\/[0-9a-f]{12}$/), isElsewhere: true });
  });

  it('is another one for another clone', () => {
    const [one, other] = [cloneInPrivateHome(), cloneInPrivateHome()].map((clone) => dataFolder(clone, './.landbridge', nobody).folder);

    expect(one).not.toBe(other);
  });

  it('stays in a private home where we are an ordinary user ourselves', () => {
    const clone = cloneInPrivateHome();

    expect(dataFolder(clone, './.landbridge', null)).toEqual({ folder: join(clone, '.landbridge'), isElsewhere: false });
  });
});

describe('prepare folder', () => {
  it('says what to do when it cannot be written', () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');

    expect(() => prepareFolder(join(file, 'data'))).toThrow('choose another with LANDBRIDGE_DATA');
  });
});
