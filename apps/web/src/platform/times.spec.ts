import { describe, expect, it } from 'vitest';
import { dayLabel, isSameDay, shortTime } from './times.ts';

const now = new Date(2026, 10, 25, 9, 30);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('short time', () => {
  it.each([
    ['the hour, today', at(2026, 10, 25, 8, 5), '08:05'],
    ['the weekday, within a week', at(2026, 10, 20, 15, 58), 'Fri 15:58'],
    ['the day, before', at(2026, 10, 12, 8, 0), '12 Nov'],
    ['the weekday of yesterday late, not today', at(2026, 10, 24, 23, 59), 'Tue 23:59'],
  ])('is %s', (_, instant, said) => {
    expect(shortTime(instant, now).replace(',', '')).toBe(said);
  });
});

describe('day label', () => {
  it('is the word for today', () => {
    expect(dayLabel(at(2026, 10, 25, 0, 1), 'Today', now)).toBe('Today');
  });

  it('names the year only when it is another one', () => {
    expect(dayLabel(at(2026, 10, 20, 12, 0), 'Today', now)).toBe('Friday 20 November');
    expect(dayLabel(at(2025, 10, 20, 12, 0), 'Today', now)).toContain('2025');
  });
});

describe('same day', () => {
  it('follows the reader’s own clock', () => {
    expect(isSameDay(at(2026, 10, 25, 0, 1), at(2026, 10, 25, 23, 59))).toBe(true);
    expect(isSameDay(at(2026, 10, 24, 23, 59), at(2026, 10, 25, 0, 1))).toBe(false);
  });
});
