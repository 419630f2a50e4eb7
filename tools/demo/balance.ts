import { quarterOf, wallDay, type Wall } from './calendar.ts';
import { unitAt, type DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import { affinityOf, unitOf, type UnitKey } from './units.ts';

/**
 * Keeps count of who has helped whom in each quarter and says whose turn it is, so that the organisation has the shape
 * that `units.ts` asks for: most pairs of units busy, one bridge thin, and never one person carrying a whole bridge.
 */
export interface Balance {
  record(helper: DemoPerson, helped: DemoPerson, at: Wall): void;
  recordAsked(asker: DemoPerson, at: Wall): void;
  /** How much two units have come together this quarter, measured by how much they should. */
  load(one: UnitKey, other: UnitKey, at: Wall): number;
  /** The unit that owes the unit of that person most, rather one that the person has not met yet. */
  unitToHelp(helped: DemoPerson, candidates: readonly UnitKey[], at: Wall, random: Random): UnitKey;
  /** The unit that has asked least so far. */
  unitToAsk(candidates: readonly UnitKey[], at: Wall, random: Random): UnitKey;
  /** Somebody who has rarely met that unit this quarter, and readily writes. */
  person(candidates: readonly DemoPerson[], other: UnitKey | null, at: Wall, random: Random): DemoPerson;
}

export function createBalance(): Balance {
  const known = new Set<string>();
  const counts = new Map<string, number>();
  const count = (...key: readonly (string | number)[]): number => counts.get(key.join('/')) ?? 0;
  const add = (...key: readonly (string | number)[]): void => void counts.set(key.join('/'), count(...key) + 1);
  const load = (one: UnitKey, other: UnitKey, at: Wall): number =>
    (count('ties', quarterOf(wallDay(at)), [one, other].toSorted().join('|')) + 0.4) / shareOf(one, other);

  return {
    record: (helper, helped, at) => {
      const quarter = quarterOf(wallDay(at));
      const [mine, theirs] = [unitAt(helper, wallDay(at)), unitAt(helped, wallDay(at))];
      add('met', quarter, helper.id, theirs);
      add('wrote', quarter, helper.id);
      const pair = [helper.id, helped.id].toSorted().join('|');
      if (helper === helped || known.has(`${quarter}/${pair}`)) return;
      known.add(`${quarter}/${pair}`);
      add('met', quarter, helped.id, mine);
      add('ties', quarter, [mine, theirs].toSorted().join('|'));
    },
    recordAsked: (asker, at) => {
      const quarter = quarterOf(wallDay(at));
      add('asked', quarter, unitAt(asker, wallDay(at)));
      add('wrote', quarter, asker.id);
    },
    load,
    unitToHelp: (helped, candidates, at, random) =>
      least(candidates, (unit) => {
        const other = unitAt(helped, wallDay(at));
        const hasMet = count('met', quarterOf(wallDay(at)), helped.id, unit) > 0 ? (unit === other ? 3 : 1.5) : 1;
        return hasMet * (load(unit, other, at) + (random.next() * 0.2) / shareOf(unit, other));
      }),
    unitToAsk: (candidates, at, random) =>
      least(candidates, (unit) => (count('asked', quarterOf(wallDay(at)), unit) + 0.2 + random.next()) / unitOf(unit).liveliness),
    person: (candidates, other, at, random) =>
      least(candidates, (person) => {
        const quarter = quarterOf(wallDay(at));
        const met = other ? count('met', quarter, person.id, other) : 0;
        return 3 * met + (count('wrote', quarter, person.id) + random.next() * 1.5) / person.eagerness;
      }),
  };
}

/** Inside a unit people help each other a little more than chance would give. */
const inside = 1.2;

/** What part of all ties should be between two units. Within a unit there are half as many pairs of people. */
const shareOf = (one: UnitKey, other: UnitKey): number =>
  unitOf(one).liveliness * unitOf(other).liveliness * (one === other ? inside / 2 : affinityOf(one, other));

function least<T>(candidates: readonly T[], costOf: (candidate: T) => number): T {
  const [best] = candidates.map((candidate) => ({ candidate, cost: costOf(candidate) })).toSorted((a, b) => a.cost - b.cost);
  if (!best) throw new Error('There is nobody to choose from.');
  return best.candidate;
}
