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
const perQuarter = [4, 4, 4, 5, 5, 5, 5, 6];

export function sessionsOf(world: World): Session[] {
  const random = world.random.fork('sessions');
  const past = pastTimes(world, random).flatMap((at, index) => {
    const title = sessionTitles[index];
    return title ? [held(world, random, { id: `session-${index + 1}`, community: title[0], title: title[1], at, index })] : [];
  });
  const upcoming = upcomingSessions.map(([community, title, inDays], index) => ({
    id: `session-next-${index + 1}`,
    community,
    title,
    at: wallOn(workingDaysFrom(world.today + 1, inDays - 1), random.pick([10 * 60, 13 * 60 + 30, 14 * 60])),
    minutes: 60,
    attendees: world
      .members(community)
      .filter((person) => person.isActive && random.isLucky(0.15))
      .slice(0, seats),
  }));
  return [...past, ...upcoming];
}

/** The last two or three are in the running quarter once it is three weeks old, else in the last closed one. */
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
  return [...closed, ...(isYoung ? timesWithin(start - 28, start, rest, random) : timesWithin(start, world.today, rest, random))].toSorted(
    (a, b) => a - b,
  );
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
  readonly index: number;
}

/** One person from nearly every unit comes. Towers and Foundations rarely sit at the same table: that is the thin bridge. */
function held(world: World, random: Random, { index, ...planned }: Planned): Session {
  const day = wallDay(planned.at);
  const absent: UnitKey | undefined = index % 3 === 0 ? undefined : index % 3 === 1 ? 'to' : 'fo';
  const attendees: DemoPerson[] = [];
  const invite = (unit: UnitKey): void => {
    const candidates = world.writers(planned.community, unit, day).filter((person) => !attendees.includes(person));
    if (candidates.length > 0 && attendees.length < seats) attendees.push(world.balance.person(candidates, null, planned.at, random));
  };
  const convener = world.cast(communityOf(planned.community).convener);
  attendees.push(convener);
  const units = random.shuffle(
    world
      .writingUnits(planned.community, day)
      .filter((unit) => unit !== absent && unit !== unitAt(convener, day) && (unit !== 'oi' || random.isLucky(0.3))),
  );
  for (const unit of units) invite(unit);
  for (const [place, one] of attendees.entries()) {
    for (const other of attendees.slice(place + 1)) world.balance.record(one, other, planned.at);
  }
  return { ...planned, minutes: random.pick([45, 60, 60, 90]), attendees };
}
