import { createBalance, type Balance } from './balance.ts';
import { firstDayOf, quarterOf, wallOn, type Day, type Wall } from './calendar.ts';
import { communities, communityOf, type CommunityKey, type DemoCommunity } from './communities.ts';
import { castId, peopleOf, unitAt, type DemoPerson } from './people.ts';
import { seededRandom, type Random } from './random.ts';
import type { CastKey } from './texts/cast.ts';
import { unitKeys, type UnitKey } from './units.ts';

/** What the parts of the demo are made from: the people, who belongs where, and who has helped whom so far. */
export interface World {
  readonly random: Random;
  readonly today: Day;
  /** Nothing has happened at or after this reading of the clock: the demo may be opened early in the morning. */
  readonly now: Wall;
  /** First day of the oldest of the eight closed quarters. */
  readonly from: Day;
  readonly thisQuarter: number;
  readonly reorganisedOn: Day;
  readonly people: readonly DemoPerson[];
  readonly balance: Balance;
  cast(key: CastKey): DemoPerson;
  /** Members who could write on that day. */
  writers(community: CommunityKey, unit: UnitKey, day: Day): readonly DemoPerson[];
  /** Units with somebody who could write there on that day. */
  writingUnits(community: CommunityKey, day: Day): readonly UnitKey[];
  isMember(community: CommunityKey, person: DemoPerson): boolean;
  members(community: CommunityKey): readonly DemoPerson[];
  join(community: CommunityKey, person: DemoPerson): void;
}

export const closedQuarters = 8;

export function createWorld(seed: number, today: Day): World {
  const random = seededRandom(seed);
  const thisQuarter = quarterOf(today);
  const from = firstDayOf(thisQuarter - closedQuarters);
  const reorganisedOn = firstDayOf(thisQuarter - 5);
  const people = peopleOf(random.fork('people'), from, reorganisedOn);
  const byId = new Map(people.map((person) => [person.id, person]));
  const joined = joinCommunities(people, random.fork('memberships'));
  const membersOf = (id: CommunityKey): Set<DemoPerson> => joined.get(id) ?? new Set();
  const canWrite = (person: DemoPerson, unit: UnitKey, day: Day): boolean =>
    person.isActive && person.since < day && unitAt(person, day) === unit;

  const writers = (id: CommunityKey, unit: UnitKey, day: Day): readonly DemoPerson[] =>
    [...membersOf(id)].filter((person) => canWrite(person, unit, day));
  return {
    random,
    today,
    now: wallOn(today, 0),
    from,
    thisQuarter,
    reorganisedOn,
    people,
    balance: createBalance(),
    cast: (key) => {
      const person = byId.get(castId(key));
      if (!person) throw new Error(`Nobody is called ${key}.`);
      return person;
    },
    writers,
    writingUnits: (id, day) => unitKeys.filter((unit) => writers(id, unit, day).length > 0),
    isMember: (id, person) => membersOf(id).has(person),
    members: (id) => [...membersOf(id)],
    join: (id, person) => void membersOf(id).add(person),
  };
}

/** Everybody the charter names, most of those whose daily work it is, and at least a few guests from every unit. */
function joinCommunities(people: readonly DemoPerson[], random: Random): Map<CommunityKey, Set<DemoPerson>> {
  return new Map(
    communities.map(({ id }) => {
      const community = communityOf(id);
      const named = namedIn(community);
      const members = new Set(people.filter((person) => named.has(person.id)));
      if (community.visibility === 'private') return [id, members];
      for (const unit of unitKeys) {
        const share = community.home.includes(unit) ? 0.38 : 0.05;
        const colleagues = random.shuffle(people.filter((person) => person.unit === unit && person.isActive));
        const guests = unit === 'oi' ? 2 : 4;
        for (const [index, person] of colleagues.entries()) if (index < guests || random.isLucky(share)) members.add(person);
      }
      return [id, members];
    }),
  );
}

export function namedIn(community: DemoCommunity): ReadonlySet<string> {
  const keys = [
    community.convener,
    ...community.stewards,
    ...(community.sponsor ? [community.sponsor] : []),
    ...Object.values(community.leadership),
    ...community.members,
  ];
  return new Set(keys.map(castId));
}
