import { dayOf, quarterOf } from './calendar.ts';
import type { ImportLine, LineOf } from '@landbridge/contract/import';

/** Two people of whom at least one helped the other in a quarter, each in the unit of that moment. */
export interface Tie {
  readonly quarter: number;
  readonly people: readonly [string, string];
  readonly units: readonly [string, string];
  /** Whether a message made it; shared sessions alone make the others. */
  readonly isFromMessage: boolean;
}

/** The ties of a history, as the definitions of boundary crossing count them: distinct pairs of people in their units, by quarter. */
export function tiesOf(lines: readonly ImportLine[]): Tie[] {
  const ties = new Map<string, Tie>();
  const unitOn = unitHistory(lines);
  const add = (helper: string, helped: string, at: string, isFromMessage: boolean): void => {
    if (helper === helped) return;
    const day = dayOf(at.slice(0, 10));
    const ends = [helper, helped].toSorted().map((person) => ({ person, unit: unitOn(person, at.slice(0, 10)) }));
    const [one, other] = ends;
    if (!one?.unit || !other?.unit) return;
    const key = [quarterOf(day), ...ends.flatMap(({ person, unit }) => [person, unit])].join('/');
    const known = ties.get(key);
    ties.set(key, {
      quarter: quarterOf(day),
      people: [one.person, other.person],
      units: [one.unit, other.unit],
      isFromMessage: isFromMessage || (known?.isFromMessage ?? false),
    });
  };
  for (const { helper, helped, at } of helpByMessages(lines)) add(helper, helped, at, true);
  for (const session of lines.filter((line) => line.type === 'session')) {
    const attendees = session.attendees ?? [];
    if (attendees.length > 12) continue;
    for (const one of attendees) for (const other of attendees) add(one, other, session.at, false);
  }
  return [...ties.values()];
}

interface Help {
  readonly helper: string;
  readonly helped: string;
  readonly at: string;
}

const dayMs = 86_400_000;

function helpByMessages(lines: readonly ImportLine[]): Help[] {
  const askers = new Map(lines.filter((line) => line.type === 'issue').map((issue) => [issue.id, issue.author]));
  const askerOfThread = new Map(
    lines.filter((line) => line.type === 'thread').map((thread) => [thread.id, thread.issue ? askers.get(thread.issue) : undefined]),
  );
  const byId = new Map<string, LineOf<'message'>>();
  const soFar = new Map<string, LineOf<'message'>[]>();
  return lines
    .filter((line) => line.type === 'message')
    .flatMap((message) => {
      byId.set(message.id, message);
      const earlier = soFar.get(message.thread) ?? [];
      soFar.set(message.thread, [...earlier, message]);
      const own = message.body.replace(/^>.*$/gm, '').replace(/\[@?[^\]]*\]\([^)]*\)/g, '');
      if ((own.match(/[\p{L}\p{N}]+/gu) ?? []).length < 3) return [];
      const named = [message.replyTo, ...(message.quotes ?? [])]
        .flatMap((id) => (id ? [byId.get(id)?.author ?? ''] : []))
        .filter((author) => author !== '');
      const asker = askerOfThread.get(message.thread);
      const helped = named.length > 0 ? named : [asker ?? nearestOther(earlier, message) ?? ''].filter((author) => author !== '');
      if (asker === message.author && (named.length === 0 || !own.includes('?'))) return [];
      return helped.map((person) => ({ helper: message.author, helped: person, at: message.at }));
    });
}

const nearestOther = (earlier: readonly LineOf<'message'>[], message: LineOf<'message'>): string | undefined => {
  const found = earlier.findLast(({ author }) => author !== message.author);
  return found && Date.parse(message.at) - Date.parse(found.at) <= dayMs ? found.author : undefined;
};

function unitHistory(lines: readonly ImportLine[]): (person: string, on: string) => string | undefined {
  const stints = new Map<string, { readonly unit: string; readonly from: string }[]>();
  for (const line of lines) {
    if (line.type === 'person' && line.unit) stints.set(line.id, [{ unit: line.unit, from: line.since ?? '' }]);
    if (line.type === 'unit-change') stints.get(line.person)?.push({ unit: line.unit, from: line.at });
  }
  return (person, on) => stints.get(person)?.findLast(({ from }) => from <= on)?.unit;
}

/** A bridge between two units, or a unit with itself, in some quarters. */
export interface Bridge {
  readonly units: readonly [string, string];
  readonly ties: number;
  /** Observed ÷ expected by the configuration model (Newman 2003): what the activity of both units would give by chance. */
  readonly ratio: number;
  /** Distinct people who take part, on the side that has fewer. */
  readonly fewestPeople: number;
  /** The largest share of the ties that one person has an end in. */
  readonly dominance: number;
}

export function bridgesOf(ties: readonly Tie[]): Bridge[] {
  const units = [...new Set(ties.flatMap((tie) => tie.units))].toSorted();
  const degree = new Map<string, number>();
  for (const unit of ties.flatMap((tie) => tie.units)) degree.set(unit, (degree.get(unit) ?? 0) + 1);
  return units.flatMap((one, place) =>
    units.slice(place).map((other): Bridge => {
      const between = ties.filter((tie) => tie.units.toSorted().join('|') === [one, other].toSorted().join('|'));
      const product = (degree.get(one) ?? 0) * (degree.get(other) ?? 0);
      const expected = one === other ? product / (4 * ties.length) : product / (2 * ties.length);
      const sides = [one, other].map(
        (unit) => new Set(between.flatMap((tie) => tie.people.filter((_, end) => tie.units[end] === unit))).size,
      );
      const ends = new Map<string, number>();
      for (const person of between.flatMap((tie) => tie.people)) ends.set(person, (ends.get(person) ?? 0) + 1);
      return {
        units: [one, other],
        ties: between.length,
        ratio: expected === 0 ? 0 : between.length / expected,
        fewestPeople: Math.min(...sides),
        dominance: between.length === 0 ? 1 : Math.max(...ends.values()) / between.length,
      };
    }),
  );
}

/** The matrix as text: observed ÷ expected, with a dot where fewer than five people a side take part. */
export function printMatrix(bridges: readonly Bridge[]): string {
  const units = [...new Set(bridges.flatMap((bridge) => bridge.units))].toSorted();
  const cell = (one: string, other: string): string => {
    const bridge = bridges.find(({ units: [a, b] }) => (a === one && b === other) || (a === other && b === one));
    return bridge ? `${bridge.ratio.toFixed(2)}${bridge.fewestPeople < 5 ? '·' : ' '}` : '     ';
  };
  const rows = units.map((one) => [one.padEnd(3), ...units.map((other) => cell(one, other))].join(' '));
  return [['   ', ...units.map((unit) => unit.padEnd(5))].join(' '), ...rows].join('\n');
}
