import { describe, expect, it } from 'vitest';
import { figureOf } from './figure.ts';

describe('a figure with its words', () => {
  it.each([
    ['10 % mean loss, three towers', '10 %', 'mean loss, three towers'],
    ['3% 288 bolts, 500 hours on', '3%', '288 bolts, 500 hours on'],
    ['1 200 € a visit', '1 200 €', 'a visit'],
    ['4 hours', '4', 'hours'],
    ['12', '12', ''],
    ['none in 4 weeks, 31 flanges', 'none', 'in 4 weeks, 31 flanges'],
    ['daily', 'daily', ''],
  ])('%s is %s of %s', (written, value, of) => {
    expect(figureOf(written)).toEqual({ value, of });
  });
});
