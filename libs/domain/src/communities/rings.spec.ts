import { array, assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringOf, shownRings } from './rings.ts';

const times = (count: number, weeks: number): number[] => Array.from({ length: count }, () => weeks);

describe('rings', () => {
  it.each([
    [13, 'core'],
    [9, 'core'],
    [8, 'active'],
    [4, 'active'],
    [3, 'occasional'],
    [1, 'occasional'],
    [0, 'peripheral'],
  ])('%i weeks of thirteen with a contribution are %s', (weeks, ring) => {
    expect(ringOf(weeks)).toBe(ring);
  });

  it('are not counted in communities of fewer than fifteen', () => {
    expect(shownRings(times(14, 5))).toBeNull();
  });

  it('hide the next smallest with one that is too small, or the members would give it away', () => {
    expect(shownRings([...times(2, 9), ...times(6, 5), ...times(9, 1), ...times(20, 0)])).toEqual({
      core: null,
      active: null,
      occasional: 9,
      peripheral: 20,
    });
  });

  it('never show fewer than five, and never hide a single one', () => {
    assert(
      property(array(nat(13), { minLength: 15, maxLength: 200 }), (weeks) => {
        const shown = Object.values(shownRings(weeks) ?? {});

        expect(shown.every((count) => count === null || count >= 5)).toBe(true);
        expect(shown.filter((count) => count === null)).not.toHaveLength(1);
      }),
    );
  });
});
