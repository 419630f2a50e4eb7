import { describe, expect, it } from 'vitest';
import { choose, suites } from './suites.ts';

const namesOf = (args: readonly string[]) => choose(args).chosen.map(({ name }) => name);

describe('choose suites', () => {
  it('takes all of them, and the checks, when nothing is named', () => {
    expect({ names: namesOf([]), isWhole: choose([]).isWhole }).toEqual({ names: suites.map(({ name }) => name), isWhole: true });
  });

  it('takes those that are named, and files with the other words', () => {
    expect(choose(['api', 'threads'])).toMatchObject({ chosen: [{ name: 'api' }], filters: ['threads'], isWhole: false });
  });

  it('searches every suite when only a word is named', () => {
    expect(namesOf(['threads'])).toEqual(suites.map(({ name }) => name));
  });

  it('is whole in its long form', () => {
    expect(choose(['--long'])).toMatchObject({ isLong: true, isWhole: true });
  });

  it('refuses an option it does not know', () => {
    expect(() => choose(['--quick'])).toThrow('npm test does not know --quick.');
  });
});
