import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateField, dayLabel, instantOfField, isSameDay, shortTime } from './times.ts';

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

describe('a date field', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Copenhagen'));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['in winter', '2026-01-15T08:00:00.000Z', '2026-01-15T09:00'],
    ['in summer', '2026-07-15T08:00:00.000Z', '2026-07-15T10:00'],
    ['before the clocks go forward', '2026-03-29T00:59:00.000Z', '2026-03-29T01:59'],
    ['after they went forward', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00'],
    ['in the first of two equal hours', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30'],
  ])('holds an instant %s and gives it back', (_, instant, field) => {
    expect(dateField(instant)).toBe(field);
    expect(instantOfField(field)).toBe(instant);
  });

  it('takes an hour that the clocks leave out for the one after it', () => {
    expect(instantOfField('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is empty where it holds no time', () => {
    expect(instantOfField('')).toBe('');
  });
});
