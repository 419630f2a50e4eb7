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
  /** The unit that owes most to the other one. */
  unitToHelp(other: UnitKey, candidates: readonly UnitKey[], at: Wall, random: Random): UnitKey;
  /** The unit that has asked least so far. */
  unitToAsk(candidates: readonly UnitKey[], at: Wall, random: Random): UnitKey;
  /** Somebody who has rarely met that unit this quarter, and readily writes. */
  person(candidates: readonly DemoPerson[], other: UnitKey | null, at: Wall, random: Random): DemoPerson;
  recordAsked(asker: DemoPerson, at: Wall): void;
}

export function createBalance(): Balance {
  const known = new Set<string>();
  const counts = new Map<string, number>();
  const count = (...key: readonly (string | number)[]): number => counts.get(key.join('/')) ?? 0;
  const add = (...key: readonly (string | number)[]): void => void counts.set(key.join('/'), count(...key) + 1);

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
    unitToHelp: (other, candidates, at, random) =>
      least(candidates, (unit) => {
        const ties = count('ties', quarterOf(wallDay(at)), [unit, other].toSorted().join('|'));
        const within = unit === other ? 0.5 : 1;
        return (ties + 0.4 + random.next() * 0.5) / (unitOf(unit).liveliness * unitOf(other).liveliness * affinityOf(unit, other) * within);
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

function least<T>(candidates: readonly T[], costOf: (candidate: T) => number): T {
  const [best] = candidates.map((candidate) => ({ candidate, cost: costOf(candidate) })).toSorted((a, b) => a.cost - b.cost);
  if (!best) throw new Error('There is nobody to choose from.');
  return best.candidate;
}
