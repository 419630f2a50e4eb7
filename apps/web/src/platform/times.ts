const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const wholeDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const wholeDayWithYear = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

const clockWithZone = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });

const dayOf = (at: Date): string => at.toDateString();
const daysBetween = (one: Date, other: Date): number =>
  Math.round((new Date(dayOf(other)).getTime() - new Date(dayOf(one)).getTime()) / 86_400_000);

/** As short as it can be told apart: 09:06, Fri 15:58, 20 Nov. In the reader's time zone. */
export const shortTime = (at: string, now = new Date()): string => {
  const date = new Date(at);
  const days = daysBetween(date, now);
  if (days === 0) return clock.format(date);
  return days > 0 && days < 7 ? weekday.format(date) : dayMonth.format(date);
};

/** Of something ahead: 13:00 today, Thu 13:00, 14 Dec 13:00. */
export const timeAhead = (at: string, now = new Date()): string => {
  const date = new Date(at);
  const days = daysBetween(now, date);
  if (days === 0) return clock.format(date);
  return days < 7 ? weekday.format(date) : `${dayMonth.format(date)} ${clock.format(date)}`;
};

/** 20 Nov. */
export const dayAndMonth = (at: string): string => dayMonth.format(new Date(at));

/** 20 Nov 2026. */
export const dateWithYear = (at: string): string => date.format(new Date(at));

/** Wednesday 25 November. */
export const longDay = (at: Date): string => wholeDay.format(at);

/** For the title of `<time>`. */
export const exactTime = (at: string): string => exact.format(new Date(at));

/** The separator between days; `today` is the word for it. */
export const dayLabel = (at: string, today: string, now = new Date()): string => {
  const date = new Date(at);
  if (daysBetween(date, now) === 0) return today;
  return date.getFullYear() === now.getFullYear() ? wholeDay.format(date) : wholeDayWithYear.format(date);
};

export const isSameDay = (one: string, other: string): boolean => dayOf(new Date(one)) === dayOf(new Date(other));

/** 09:06, whatever day it is. */
export const clockTime = (at: string): string => clock.format(new Date(at));

/** 09:00–10:00 CET: from an instant on, for so many minutes, with the reader's zone; with days where it ends on another one. */
export const timeSpan = (at: string, minutes: number): string => {
  const begin = new Date(at);
  return clockWithZone.formatRange(begin, new Date(begin.getTime() + minutes * 60_000));
};

/** Europe/Copenhagen */
export const timeZone = (): string => clock.resolvedOptions().timeZone;

const twoDigits = (figure: number): string => String(figure).padStart(2, '0');

/** An instant as a date field holds it: on the reader's clock, without a zone. */
export const dateField = (at: string): string => {
  const date = new Date(at);
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
  return `${day}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
};

/**
 * The instant that a date field means; empty when it holds none. An hour that the clocks leave out is the one after it, an hour that
 * they have twice is the first of the two.
 */
export const instantOfField = (value: string): string => {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};
