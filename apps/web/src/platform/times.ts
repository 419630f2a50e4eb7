const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const wholeDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const wholeDayWithYear = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

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
