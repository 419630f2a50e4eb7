import { describe, expect, it } from 'vitest';
import { endOfSession, hasBegun, isOver } from './session-time.ts';

describe('the time of a session', () => {
  it.each([
    { at: '2026-03-29T00:30:00.000Z', minutes: 60, end: '2026-03-29T01:30:00.000Z', when: 'the clocks go forward in between' },
    { at: '2026-10-25T00:30:00.000Z', minutes: 90, end: '2026-10-25T02:00:00.000Z', when: 'the clocks go back in between' },
    { at: '2026-10-25T02:30:00.000+02:00', minutes: 60, end: '2026-10-25T01:30:00.000Z', when: 'it is written with an offset' },
  ])('lasts its minutes when $when', ({ at, minutes, end }) => {
    expect(endOfSession({ at, minutes }).toISOString()).toBe(end);
  });

  it('has begun at its instant, and is over at its end', () => {
    const session = { at: '2026-11-25T09:00:00.000Z', minutes: 60 };

    expect(hasBegun(session, new Date('2026-11-25T08:59:59.999Z'))).toBe(false);
    expect(hasBegun(session, new Date('2026-11-25T09:00:00.000Z'))).toBe(true);
    expect(isOver(session, new Date('2026-11-25T09:59:59.999Z'))).toBe(false);
    expect(isOver(session, new Date('2026-11-25T10:00:00.000Z'))).toBe(true);
  });
});
