import { describe, expect, it } from 'vitest';
import { listOf } from './list-of.ts';

describe('list of what was typed', () => {
  it('has each part once, without space around it, and none that is empty', () => {
    expect(listOf(' preload, tensioners,,preload , grout sampling, ')).toEqual(['preload', 'tensioners', 'grout sampling']);
    expect(listOf('')).toEqual([]);
  });
});
