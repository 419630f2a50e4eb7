import type { Random } from './random.ts';

/** Days since 1 January 1970. */
export type Day = number;
/** A reading of the clock on the wall in Copenhagen, as milliseconds since 1 January 1970 on that clock. */
export type Wall = number;

const msPerMinute = 60_000;
const msPerDay = 86_400_000;
const opens = 7 * 60;
const closes = 17 * 60;

export const dayOf = (iso: string): Day => {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(ms)) throw new Error(`${iso} is not a day such as 2026-11-25.`);
  return ms / msPerDay;
};

export const isoDay = (day: Day): string => new Date(day * msPerDay).toISOString().slice(0, 10);

export const wallDay = (wall: Wall): Day => Math.floor(wall / msPerDay);

export const wallOn = (day: Day, minute: number, second = 0): Wall => day * msPerDay + minute * msPerMinute + second * 1000;

/** The instant of a reading of the wall clock. Offices are closed in the two nights when it is put forward or back. */
export const isoInstant = (wall: Wall): string =>
  new Date(wall - offsetMinutes(wallDay(wall)) * msPerMinute).toISOString().slice(0, 19) + 'Z';

/** Minutes ahead of UTC. Directive 2000/84/EC: summer time from the last Sunday of March to the last Sunday of October. */
function offsetMinutes(day: Day): number {
  const year = yearOf(day);
  return day >= lastSunday(year, 3) && day < lastSunday(year, 10) ? 120 : 60;
}

const yearOf = (day: Day): number => new Date(day * msPerDay).getUTCFullYear();
const weekday = (day: Day): number => (day + 4) % 7;
const lastDay = (year: number, month: number): Day => Date.UTC(year, month, 0) / msPerDay;
const lastSunday = (year: number, month: number): Day => lastDay(year, month) - weekday(lastDay(year, month));

/** Monday to Friday, without the public holidays of Denmark and the days between Christmas and New Year. */
export function isWorkingDay(day: Day): boolean {
  const on = weekday(day);
  return on !== 0 && on !== 6 && !holidaysOf(yearOf(day)).has(day);
}

/** How likely something is said that day: half the organisation is away in July, a third in the weeks around. */
export function liveliness(day: Day): number {
  if (!isWorkingDay(day)) return 0;
  const monthAndDay = isoDay(day).slice(5);
  if (monthAndDay >= '07-06' && monthAndDay <= '07-31') return 0.35;
  if (monthAndDay >= '06-29' && monthAndDay <= '08-09') return 0.65;
  if (monthAndDay >= '12-19' || monthAndDay <= '01-04') return 0.4;
  return weekday(day) === 5 ? 0.75 : 1;
}

const holidays = new Map<number, ReadonlySet<Day>>();
function holidaysOf(year: number): ReadonlySet<Day> {
  const known = holidays.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const fixed = ['01-01', '06-05', '12-24', '12-25', '12-26', '12-27', '12-28', '12-29', '12-30', '12-31'].map((on) =>
    dayOf(`${year}-${on}`),
  );
  const found = new Set([...fixed, ...[-3, -2, 1, 39, 40, 50].map((later) => easter + later)]);
  holidays.set(year, found);
  return found;
}

/** Anonymous Gregorian computus (Nature, 1876; Meeus 1991). */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 19 * golden + 15;
  const moon = correction % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const count = moon + sunday - 7 * shift + 114;
  return Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1) / msPerDay;
}

/** The working day `count` working days before or after; with 0 the day itself or the next one that is worked. */
export function workingDaysFrom(day: Day, count: number): Day {
  let at = day;
  while (!isWorkingDay(at)) at += count < 0 ? -1 : 1;
  for (let left = Math.abs(count); left > 0;) {
    at += Math.sign(count);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** `40m`, `3h`: of office time. `2d`: working days later, at any hour. `3w`: weeks later, on a working day, at any hour. */
export type Gap = `${number}${'m' | 'h' | 'd' | 'w'}`;

export function later(from: Wall, gap: Gap, random: Random): Wall {
  const amount = Number(gap.slice(0, -1));
  switch (gap.at(-1)) {
    case 'm':
      return afterOfficeMinutes(from, amount, random);
    case 'h':
      return afterOfficeMinutes(from, amount * 60 + random.between(-20, 20), random);
    case 'd':
      return someTimeOn(workingDaysFrom(wallDay(from), amount), random);
    default:
      return someTimeOn(workingDaysFrom(wallDay(from) + amount * 7, 0), random);
  }
}

function afterOfficeMinutes(from: Wall, minutes: number, random: Random): Wall {
  let day = wallDay(from);
  let minute = Math.floor((from % msPerDay) / msPerMinute) + Math.max(1, minutes);
  while (minute >= closes) {
    minute += opens - closes;
    day = workingDaysFrom(day, 1);
  }
  return wallOn(day, Math.max(minute, opens), random.between(0, 59));
}

/** Some minute of the office hours; people write most between nine and four. */
export const someTimeOn = (day: Day, random: Random): Wall => {
  const hours = closes - opens - 10;
  const minute = opens + Math.floor((hours * (random.next() + random.next() + random.next())) / 3);
  return wallOn(day, minute, random.between(0, 59));
};

/** Quarters counted from the year 0, so that neighbours differ by one. */
export const quarterOf = (day: Day): number => {
  const date = new Date(day * msPerDay);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
};

export const firstDayOf = (quarter: number): Day => Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3, 1) / msPerDay;

export const quarterName = (quarter: number): string => `Q${(quarter % 4) + 1} ${Math.floor(quarter / 4)}`;
