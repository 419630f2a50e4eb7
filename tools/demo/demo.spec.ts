import { describe, expect, it } from 'vitest';
import { dayOf, firstDayOf, isWorkingDay, quarterName, quarterOf } from './calendar.ts';
import { demoSeed as seed, generateDemo } from './generate-demo.ts';
import { importLine, type ImportLine, type LineOf } from '@landbridge/contract/import';
import { mainIssues, voicedIssues } from './issues.ts';
import { demoPeople } from './people.ts';
import { answersTo } from './short-conversations.ts';
import { topics } from './texts/topics.ts';
import { bridgesOf, printMatrix, tiesOf, type Bridge } from './ties.ts';

/** The first, a middle and the last day of two different quarters. */
const days = ['2026-04-01', '2026-05-17', '2026-06-30', '2026-10-01', '2026-11-25', '2026-12-31'] as const;

const made = new Map(days.map((today) => [today, [...generateDemo({ seed, today })]]));
const linesOf = (today: string): readonly ImportLine[] => [...made].find(([day]) => day === today)?.[1] ?? [];
const messagesOf = (lines: readonly ImportLine[]): readonly LineOf<'message'>[] => lines.filter((line) => line.type === 'message');

describe.each(days)('generate the demo organisation on %s', (today) => {
  const lines = linesOf(today);
  const messages = messagesOf(lines);

  it('writes lines of the import format', () => {
    const wrong = lines.map((line) => importLine.safeParse(line)).filter(({ success }) => !success);

    expect(wrong.map(({ error }) => error?.message)).toEqual([]);
  });

  it('gives each thing of a kind its own id', () => {
    const ids = lines.flatMap((line) => ('id' in line ? [`${line.type} ${line.id}`] : []));

    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it('refers to earlier lines only', () => {
    expect(danglingReferences(lines)).toEqual([]);
  });

  it('lets only members write in a community, and only invited units across units', () => {
    expect(strangers(lines)).toEqual([]);
  });

  it('repeats no sentence of six words or more in more than three messages', () => {
    const places = new Map<string, Set<string>>();
    for (const { id, body } of messages) {
      for (const sentence of sentencesOf(body)) places.set(sentence, (places.get(sentence) ?? new Set()).add(id));
    }

    expect([...places].filter(([, where]) => where.size > 3).map(([sentence]) => sentence)).toEqual([]);
  });

  it('says nothing twice in one community', () => {
    const threads = new Map(lines.filter((line) => line.type === 'thread').map((thread) => [thread.id, thread.community ?? thread.issue]));
    const issues = new Map(lines.filter((line) => line.type === 'issue').map((issue) => [issue.id, issue.community]));
    const said = messages.map(({ thread, body }) => {
      const place = threads.get(thread) ?? thread;
      return `${issues.get(place) ?? place}: ${body}`;
    });

    expect(said.filter((one, place) => said.indexOf(one) !== place)).toEqual([]);
  });

  it('titles no two conversations alike', () => {
    const titles = lines.flatMap((line) => (line.type === 'thread' ? [line.title] : []));

    expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
  });

  it('happens before the day it is opened, but for sessions still to come', () => {
    const morning = Date.parse(`${today}T00:00:00Z`) - 2 * 3_600_000;
    const late = lines
      .filter((line) => line.type !== 'session')
      .flatMap(timesOf)
      .filter((at) => Date.parse(at) >= morning);

    expect(late).toEqual([]);
  });

  it('leaves four sessions still to come', () => {
    const coming = lines.filter((line) => line.type === 'session').filter(({ at }) => Date.parse(at) >= Date.parse(`${today}T00:00:00Z`));

    expect(coming).toHaveLength(4);
  });

  it('is written in office hours on working days', () => {
    const odd = messages.filter(({ at }) => !isOfficeTime(at)).map(({ id, at }) => `${id} ${at}`);

    expect(odd).toEqual([]);
  });

  it('tells each conversation in order of time', () => {
    const disordered = messages.filter(({ thread, at }, place) => {
      const before = messages[place - 1];
      return before !== undefined && before.thread === thread && before.at > at;
    });

    expect(disordered).toEqual([]);
  });

  it('has the size of the organisation that it tells of', () => {
    const count = (type: ImportLine['type']): number => lines.filter((line) => line.type === type).length;

    expect({ communities: count('community'), artifacts: count('artifact'), units: count('unit') }).toEqual({
      communities: 12,
      artifacts: 25,
      // The company, four divisions, twelve units, and the works that were closed in the reorganisation.
      units: 18,
    });
    expect(count('person')).toBeGreaterThanOrEqual(310);
    expect(count('person')).toBeLessThanOrEqual(330);
    expect(count('session')).toBeGreaterThanOrEqual(40);
    expect(count('thread')).toBeGreaterThanOrEqual(540);
  });

  it('has two urgent issues that are still open', () => {
    const urgent = lines.filter((line) => line.type === 'issue').filter((issue) => issue.urgent);

    expect(urgent.map(({ state, stakes }) => ({ state, hasStakes: stakes !== undefined }))).toEqual([
      { state: 'open', hasStakes: true },
      { state: 'open', hasStakes: true },
    ]);
  });

  it('tells an outcome only where something helped', () => {
    const answered = new Set(lines.flatMap((line) => (line.type === 'answer' ? [line.issue] : [])));
    const told = lines.filter((line) => line.type === 'issue').filter(({ state }) => state !== 'open' && state !== 'archived');

    expect(told.filter(({ id }) => !answered.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries(demoPeople))('leaves something unread for the %s who signs in', (_, person) => {
    const sizes = new Map<string, number>();
    for (const { thread } of messages) sizes.set(thread, (sizes.get(thread) ?? 0) + 1);
    const unread = lines
      .filter((line) => line.type === 'follow')
      .filter((line) => line.person === person && (line.read ?? Infinity) < (sizes.get(line.thread) ?? 0));

    expect(unread.length).toBeGreaterThanOrEqual(2);
  });

  it('grows over the eight closed quarters', () => {
    const now = quarterOf(dayOf(today));
    const written = closedQuartersBefore(now).map(
      (quarter) => messages.filter(({ at }) => quarterOf(dayOf(at.slice(0, 10))) === quarter).length,
    );

    const early = written.slice(0, 4).reduce((sum, count) => sum + count, 0);
    const late = written.slice(4).reduce((sum, count) => sum + count, 0);
    expect(late / early).toBeGreaterThan(1.3);
    expect(Math.min(...written)).toBeGreaterThan(80);
  });
});

describe.each(days)('help between units on %s', (today) => {
  const ties = tiesOf(linesOf(today));
  const quarters = closedQuartersBefore(quarterOf(dayOf(today)));
  const closed = ties.filter(({ quarter }) => quarters.includes(quarter));
  const bridges = bridgesOf(closed);
  const ordinary = pairsOf(bridges).filter(({ units }) => !units.includes('gw'));
  const bridgesIn = (quarter: number): readonly Bridge[] => bridgesOf(closed.filter((tie) => tie.quarter === quarter));

  it('is more than chance would give for most pairs', () => {
    const last = quarters.at(-1) ?? 0;
    console.log(
      `Observed ÷ expected, ${today}, eight quarters:\n${printMatrix(bridges)}\n${quarterName(last)}:\n${printMatrix(bridgesIn(last))}`,
    );

    expect(ordinary.filter(({ ratio }) => ratio > 1).length).toBeGreaterThan(ordinary.length / 2);
  });

  it('is carried by five people or more on each side for most pairs in each of the last four quarters', () => {
    const shares = quarters.slice(-4).map((quarter) => {
      const pairs = pairsOf(bridgesIn(quarter));
      return pairs.filter(({ fewestPeople, dominance }) => fewestPeople >= 5 && dominance <= 0.5).length / pairs.length;
    });

    expect(Math.min(...shares)).toBeGreaterThan(0.6);
  });

  it('is thinnest between Towers and Foundations', () => {
    const [thinnest] = ordinary.toSorted((a, b) => a.ratio - b.ratio);

    expect(thinnest?.units).toEqual(['fo', 'to']);
    expect(thinnest?.ratio).toBeLessThan(0.65);
  });

  it('leaves at least four units, Towers among them, a view of their own in each of the last two quarters', () => {
    const own = quarters.slice(-2).map((quarter) =>
      bridgesIn(quarter)
        .filter(({ units: [one, other], fewestPeople, dominance }) => one === other && fewestPeople >= 10 && dominance <= 0.5)
        .map(({ units }) => units[0]),
    );

    expect(own.map((units) => ({ isEnough: units.length >= 4, hasTowers: units.includes('to') }))).toEqual([
      { isEnough: true, hasTowers: true },
      { isEnough: true, hasTowers: true },
    ]);
  });

  it('is too little to show inside the small unit', () => {
    const inside = quarters.flatMap((quarter) => bridgesIn(quarter).filter(({ units: [one, other] }) => one === 'oi' && other === 'oi'));

    expect(Math.max(0, ...inside.map(({ fewestPeople }) => fewestPeople))).toBeLessThan(10);
  });
});

describe('make the demo again', () => {
  it('writes the same file for the same seed and day', () => {
    const again = [...generateDemo({ seed, today: days[4] })];

    expect(JSON.stringify(again) === JSON.stringify(linesOf(days[4]))).toBe(true);
  });

  it('writes another file for another seed', () => {
    const other = [...generateDemo({ seed: seed + 1, today: days[4] })];

    expect(JSON.stringify(other) === JSON.stringify(linesOf(days[4]))).toBe(false);
  });

  it('refuses what is not a day', () => {
    expect(() => [...generateDemo({ seed, today: '25.11.2026' })]).toThrow('is not a day');
  });
});

describe('the written issues', () => {
  it('are twenty for named people and forty for whoever would know', () => {
    expect([mainIssues.length, voicedIssues.length]).toEqual([20, 40]);
  });

  it('reply to and quote what was said before', () => {
    const wrong = [...mainIssues, ...voicedIssues].flatMap(({ id, conversation }) =>
      conversation.flatMap(({ to, quote }, place) =>
        [to, quote?.of].filter((number) => number !== undefined && number > place).map((number) => `${id} ${place + 1} names ${number}`),
      ),
    );

    expect(wrong).toEqual([]);
  });
});

const closedQuartersBefore = (quarter: number): readonly number[] => Array.from({ length: 8 }, (_, index) => quarter - 8 + index);

/** Pairs of different units, without the small one that is always too small. */
const pairsOf = (bridges: readonly Bridge[]): readonly Bridge[] =>
  bridges.filter(({ units }) => units[0] !== units[1] && !units.includes('oi'));

/** The words of each sentence of six words or more, as a reader hears them. */
function sentencesOf(body: string): readonly string[] {
  return body
    .replace(/^>.*$/gm, '')
    .split(/(?<=[.!?…:])\s+|\n+/u)
    .map((sentence) => (sentence.toLowerCase().match(/[\p{L}\p{N}%°,.’'-]*[\p{L}\p{N}]/gu) ?? []).join(' '))
    .filter((sentence) => sentence.split(' ').length >= 6);
}

function timesOf(line: ImportLine): readonly string[] {
  const named = { at: '', editedAt: '', outcomeAt: '', closedAt: '', ...line };
  return [named.at, named.editedAt, named.outcomeAt, named.closedAt].flatMap((at) => (at ? [at] : []));
}

const copenhagen = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function isOfficeTime(at: string): boolean {
  const part = new Map(copenhagen.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const day = dayOf(`${part.get('year')}-${part.get('month')}-${part.get('day')}`);
  const minute = Number(part.get('hour')) * 60 + Number(part.get('minute'));
  return isWorkingDay(day) && minute >= 7 * 60 && minute <= 17 * 60;
}

/** What a line names, as `type id`. */
function referencesOf(line: ImportLine): readonly string[] {
  const of = (type: string, ids: readonly (string | undefined)[]): string[] =>
    ids.flatMap((id) => (id === undefined ? [] : [`${type} ${id}`]));
  switch (line.type) {
    case 'header':
    case 'community':
      return [];
    case 'unit':
      return of('unit', [line.parent]);
    case 'person':
      return of('unit', [line.unit]);
    case 'role':
    case 'unit-change':
      return [...of('person', [line.person]), ...of('unit', [line.unit])];
    case 'membership':
      return [...of('community', [line.community]), ...of('person', [line.person])];
    case 'issue':
      return [...of('community', [line.community]), ...of('person', [line.author])];
    case 'thread':
      return [
        ...of('community', [line.community]),
        ...of('issue', [line.issue]),
        ...of('unit', line.units ?? []),
        ...of('person', [line.convener, ...(line.people ?? [])]),
      ];
    case 'message':
      return [
        ...of('thread', [line.thread]),
        ...of('person', [line.author, ...(line.mentions ?? [])]),
        ...of('message', [line.replyTo, ...(line.quotes ?? [])]),
      ];
    case 'reaction':
      return [...of('message', [line.message]), ...of('person', [line.person])];
    case 'answer':
      return [...of('issue', [line.issue]), ...of('message', [line.message])];
    case 'artifact':
      return [...of('community', line.communities ?? []), ...of('person', [line.author]), ...of('issue', [line.from])];
    case 'follow':
      return [...of('thread', [line.thread]), ...of('person', [line.person])];
    case 'session':
      return [...of('community', [line.community]), ...of('person', line.attendees ?? [])];
    default:
      return line satisfies never;
  }
}

function danglingReferences(lines: readonly ImportLine[]): readonly string[] {
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    const missing = referencesOf(line).filter((reference) => !seen.has(reference));
    if ('id' in line) seen.add(`${line.type} ${line.id}`);
    return missing.map((reference) => `${line.type} names ${reference}`);
  });
}

/** Messages whose author could not have written them there and then. */
function strangers(lines: readonly ImportLine[]): readonly string[] {
  const joined = new Map(
    lines.flatMap((line) => (line.type === 'membership' ? [[`${line.community} ${line.person}`, line.at] as const] : [])),
  );
  const issues = new Map(lines.flatMap((line) => (line.type === 'issue' ? [[line.id, line.community] as const] : [])));
  const threads = new Map(lines.flatMap((line) => (line.type === 'thread' ? [[line.id, line] as const] : [])));
  const unitsOfPerson = new Map<string, string[]>();
  for (const line of lines) {
    if (line.type === 'person') unitsOfPerson.set(line.id, [line.unit ?? '']);
    if (line.type === 'unit-change') unitsOfPerson.get(line.person)?.push(line.unit);
  }
  return messagesOf(lines).flatMap(({ id, thread: threadId, author, at }) => {
    const thread = threads.get(threadId);
    if (thread?.units) {
      const invited =
        [...(thread.people ?? []), thread.convener].includes(author) ||
        (unitsOfPerson.get(author) ?? []).some((unit) => thread.units?.includes(unit));
      return invited ? [] : [`${id} is by ${author}, whose unit is not invited`];
    }
    const community = thread?.community ?? issues.get(thread?.issue ?? '') ?? '';
    const since = joined.get(`${community} ${author}`);
    return since !== undefined && since <= at ? [] : [`${id} is by ${author}, who joined ${community} ${since ?? 'never'}, after ${at}`];
  });
}

describe('the topics', () => {
  it.each(topics.map((topic) => [`${topic.community}: ${topic.tags.join(', ')}`, topic] as const))(
    'answer every opening and leave no reply unused: %s',
    (_, topic) => {
      const answers = topic.asks.map((_ask, index) => answersTo(topic, index));
      const used = new Set(answers.flat().map(({ reply }) => reply));

      expect(answers.map(({ length }) => length > 0)).toEqual(topic.asks.map(() => true));
      expect(topic.replies.filter((reply) => !used.has(reply))).toEqual([]);
    },
  );
});

it('counts quarters from the first day of the first month', () => {
  expect(firstDayOf(quarterOf(dayOf('2026-11-25')))).toBe(dayOf('2026-10-01'));
});
