import type { Day } from './calendar.ts';
import type { Random } from './random.ts';
import { cast, type CastKey, type CastMember } from './texts/cast.ts';
import { nameFamilies } from './texts/names.ts';
import { trades } from './texts/trades.ts';
import { unitOf, units, type UnitKey } from './units.ts';

/** A person of the demo. `eagerness` is how readily they write, 1 = like most. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** The unit of today. */
  readonly unit: UnitKey;
  /** Where they were before they moved, and the day of the move. */
  readonly before?: { readonly unit: UnitKey; readonly until: Day };
  readonly since: Day;
  readonly title: string;
  readonly place: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly about?: string;
  readonly hasEmail: boolean;
  readonly isActive: boolean;
  readonly eagerness: number;
}

/** Who can be signed in as with one click, and what waits for each: see `follows.ts`. */
export const demoPeople = {
  member: idOf(cast.sofia.name),
  leader: idOf(cast.amara.name),
  manager: idOf(cast.rui.name),
  administrator: idOf(cast.henrik.name),
} as const;

export const castId = (key: CastKey): string => idOf(cast[key].name);

const castMovers = { wanjiru: 'tr', ravi: 'to', malik: 'bo' } as const satisfies Readonly<Partial<Record<CastKey, UnitKey>>>;

export function peopleOf(random: Random, from: Day, reorganisedOn: Day): readonly DemoPerson[] {
  const named = Object.entries(cast).map(([key, member]) => castPerson(key, member, random, from, reorganisedOn));
  return [...named, ...others(random, from, reorganisedOn, named)];
}

export const unitAt = (person: DemoPerson, day: Day): UnitKey =>
  person.before && day < person.before.until ? person.before.unit : person.unit;

export const emailOf = (person: DemoPerson): string => `${person.id.replaceAll('-', '.')}@norrgard.example`;

function castPerson(key: string, member: CastMember, random: Random, from: Day, reorganisedOn: Day): DemoPerson {
  const moved = Object.entries(castMovers).find(([mover]) => mover === key)?.[1];
  return {
    id: idOf(member.name),
    name: member.name,
    unit: member.unit,
    ...(moved ? { before: { unit: moved, until: reorganisedOn } } : {}),
    since: from - random.between(400, 5_000),
    title: member.title,
    place: random.pick(unitOf(member.unit).places),
    languages: member.languages,
    topics: member.topics,
    about: member.about,
    hasEmail: !member.hasLeft,
    isActive: !member.hasLeft,
    eagerness: 1.8,
  };
}

function others(random: Random, from: Day, reorganisedOn: Day, named: readonly DemoPerson[]): DemoPerson[] {
  const taken = new Set(named.map(({ id }) => id));
  return units.flatMap((unit) => {
    const missing = unit.people - named.filter((person) => person.unit === unit.id).length;
    const about = random.shuffle(trades[unit.id].about);
    return Array.from({ length: missing }, (_, index) => {
      const name = freshName(random, taken);
      const joinedLate = random.isLucky(0.07);
      return {
        id: idOf(name.text),
        name: name.text,
        unit: unit.id,
        ...(index < 1 && unit.people > 20 && unit.id !== 'ge'
          ? { before: { unit: neighbourOf(unit.id), until: reorganisedOn + index * 7 } }
          : {}),
        since: joinedLate && index > 2 ? from + random.between(30, 420) : from - random.between(60, 6_000),
        title: random.pick(trades[unit.id].titles),
        place: random.pick(unit.places),
        languages: name.languages,
        topics: random.shuffle(trades[unit.id].topics).slice(0, random.between(2, 4)),
        ...(about[index] ? { about: about[index] } : {}),
        hasEmail: index === 3,
        isActive: !(index === missing - 1 && unit.people > 30),
        eagerness: 0.35 + random.next() ** 2 * 1.5,
      };
    });
  });
}

/** Where the people who changed units in the reorganisation came from. */
const neighbourOf = (unit: UnitKey): UnitKey => {
  const order = units.filter(({ people }) => people > 20).map(({ id }) => id);
  return order[(order.indexOf(unit) + 3) % order.length] ?? unit;
};

function freshName(random: Random, taken: Set<string>): { readonly text: string; readonly languages: readonly string[] } {
  for (;;) {
    const family = random.pick(nameFamilies);
    const [given, last] = [random.pick<string>(family.given), random.pick<string>(family.family)];
    const text = family.languages[0] === 'vi' ? `${last} ${given}` : `${given} ${last}`;
    if (taken.has(idOf(text))) continue;
    taken.add(idOf(text));
    return { text, languages: family.languages };
  }
}

/** Letters that Unicode does not take apart into a letter and an accent. */
const plainLetters: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', å: 'aa', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', ð: 'd', þ: 'th' };

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[øæåłđıßðþ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
