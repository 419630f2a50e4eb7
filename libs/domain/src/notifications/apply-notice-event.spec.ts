import { describe, expect, it } from 'vitest';
import { applyNoticesChanged } from './apply-notice-event.ts';

describe('apply notices changed', () => {
  const known = { seq: 4, count: 2, subjectIds: ['one', 'other'] };

  it('takes over what is younger', () => {
    const told = { seq: 5, count: 1, subjectIds: ['one'] };

    expect(applyNoticesChanged(known, told)).toBe(told);
  });

  it.each([3, 4])('keeps what it knows when it hears number %i late', (seq) => {
    expect(applyNoticesChanged(known, { seq, count: 9, subjectIds: [] })).toBe(known);
  });
});
