import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines.ts';

const text = array(constantFrom('bolt', 'nut', 'flange', ''), { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));
const without = (kind: 'gone' | 'new', former: string, later: string) =>
  diffLines(former, later)
    .filter((line) => line.kind !== kind)
    .map((line) => line.text)
    .join('\n');

describe('differences of two texts', () => {
  it('name the line that changed, and keep those around it', () => {
    const lines = diffLines('# Bolts\nTighten once.\nMark it.', '# Bolts\nTighten twice.\nMark it.');

    expect(lines).toEqual([
      { kind: 'same', text: '# Bolts' },
      { kind: 'gone', text: 'Tighten once.' },
      { kind: 'new', text: 'Tighten twice.' },
      { kind: 'same', text: 'Mark it.' },
    ]);
  });

  it('give both texts back, whatever they are', () => {
    assert(
      property(text, text, (former, later) => {
        expect(without('new', former, later)).toBe(former);
        expect(without('gone', former, later)).toBe(later);
      }),
    );
  });

  it('of equal texts are none', () => {
    assert(property(text, (one) => diffLines(one, one).every(({ kind }) => kind === 'same')));
  });
});
