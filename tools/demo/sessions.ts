import { firstDayOf, wallDay, wallOn, workingDaysFrom, type Wall } from './calendar.ts';
import { communityOf, type CommunityKey } from './communities.ts';
import { unitAt, type DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import { sessionTitles, upcomingSessions } from './texts/sessions.ts';
import type { UnitKey } from './units.ts';
import { closedQuarters, type World } from './world.ts';

export interface Session {
  readonly id: string;
  readonly community: CommunityKey;
  readonly title: string;
  readonly at: Wall;
  readonly minutes: number;
  readonly attendees: readonly DemoPerson[];
}

/** More than twelve who meet are an audience, and no longer help each other. */
const seats = 12;
const perQuarter = [4, 4, 4, 5, 6, 6, 7, 7];

export function sessionsOf(world: World): Session[] {
  const random = world.random.fork('sessions');
  const past = pastTimes(world, random).flatMap((at, index) => {
    const title = sessionTitles[index];
    return title ? [held(world, random, { id: `session-${index + 1}`, community: title[0], title: title[1], at })] : [];
  });
  const upcoming = upcomingSessions.map(([community, title, inDays], index) => ({
    id: `session-next-${index + 1}`,
    community,
    title,
    at: wallOn(workingDaysFrom(world.today + 1, inDays - 1), random.pick([10 * 60, 13 * 60 + 30, 14 * 60])),
    minutes: 60,
    attendees: [],
  }));
  return [...past, ...upcoming];
}

/** The last four are in the running quarter, once it is three weeks old. */
function pastTimes(world: World, random: Random): Wall[] {
  const closed = perQuarter.flatMap((count, index) =>
    timesWithin(
      firstDayOf(world.thisQuarter - closedQuarters + index),
      firstDayOf(world.thisQuarter - closedQuarters + index + 1),
      count,
      random,
    ),
  );
  const start = firstDayOf(world.thisQuarter);
  const isYoung = world.today - start < 21;
  const rest = sessionTitles.length - closed.length;
  return [...closed, ...(isYoung ? [] : timesWithin(start, world.today, rest, random))].toSorted((a, b) => a - b);
}

const timesWithin = (from: number, until: number, count: number, random: Random): Wall[] =>
  Array.from({ length: count }, (_, index) => {
    const day = workingDaysFrom(from + Math.floor(((index + 0.2 + random.next() * 0.6) * (until - from)) / count), 0);
    return wallOn(day < until ? day : workingDaysFrom(until, -1), random.pick([9 * 60, 10 * 60, 13 * 60 + 30, 14 * 60, 15 * 60]));
  });

interface Planned {
  readonly id: string;
  readonly community: CommunityKey;
  readonly title: string;
  readonly at: Wall;
}

/** Towers and Foundations do not come to the same table: that is why the bridge between them is thin. */
const isKeptApart = (one: UnitKey, other: UnitKey): boolean => (one === 'to' && other === 'fo') || (one === 'fo' && other === 'to');

/** Those come whose units have met least so far, at most with one colleague each. */
function held(world: World, random: Random, planned: Planned): Session {
  const { balance } = world;
  const { community, at } = planned;
  const day = wallDay(at);
  const attendees = [world.cast(communityOf(community).convener)];
  const seated = (unit: UnitKey): number => attendees.filter((person) => unitAt(person, day) === unit).length;
  const free = (unit: UnitKey): DemoPerson[] => world.writers(community, unit, day).filter((person) => !attendees.includes(person));
  while (attendees.length < seats) {
    const next = world
      .writingUnits(community, day)
      .filter((unit) => seated(unit) < 2 && free(unit).length > 0 && !attendees.some((person) => isKeptApart(unit, unitAt(person, day))))
      .map((unit) => ({ unit, load: attendees.reduce((sum, person) => sum + balance.load(unit, unitAt(person, day), at), 0) }))
      .toSorted((a, b) => a.load - b.load)[0]?.unit;
    if (!next) break;
    const joining = balance.person(free(next), seated(next) > 0 ? next : null, at, random);
    for (const person of attendees) balance.record(joining, person, at);
    attendees.push(joining);
  }
  return { ...planned, minutes: random.pick([45, 60, 60, 90]), attendees };
}
