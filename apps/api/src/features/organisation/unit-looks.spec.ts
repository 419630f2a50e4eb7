import { array, assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCode, chooseHue } from './unit-looks.ts';

describe('choose code', () => {
  it('takes the first two letters, and others when they are taken', () => {
    expect(chooseCode('Bogies', new Set())).toBe('Bo');
    expect(chooseCode('Bogies', new Set(['bo']))).toBe('Bg');
    expect(chooseCode('Østjylland', new Set())).toBe('Øs');
    expect(chooseCode('!', new Set())).toBe('U1');
  });

  it('is always two letters or figures', () => {
    assert(
      property(string({ unit: 'grapheme' }), array(string()), (name, taken) => {
        expect(chooseCode(name, new Set(taken))).toMatch(/^[\p{L}\p{N}]{2}$/u);
      }),
    );
  });
});

describe('choose hue', () => {
  it('gives the first twelve units one each, and then begins again', () => {
    const given: number[] = [];
    for (let unit = 0; unit < 24; unit++) {
      const counts = [...new Set(given)].map((hue) => ({ hue, count: given.filter((other) => other === hue).length }));
      given.push(chooseHue(counts));
    }

    const palette = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(given).toEqual([...palette, ...palette]);
  });

  it('is never one that is used more than another', () => {
    assert(
      property(array(integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }), (counts) => {
        const hue = chooseHue(counts.map((count, index) => ({ hue: index + 1, count })));
        expect(counts[hue - 1]).toBe(Math.min(...counts));
      }),
    );
  });
});
