import { Readable } from 'node:stream';
import { importLineLimit } from '@landbridge/contract/import';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, hashOf, header, importLines, smallWorld, totals } from '../../testing/import-lines.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ImportHistory } from './import-history.ts';
import { rejectionsOf } from './import.queries.ts';

const message = { type: 'message', id: 'x', thread: 't1', author: 'p1', at: at(50), body: 'Words.' };
const issue = { type: 'issue', id: 'x', community: 'c1', author: 'p1', title: 'Preload', at: at(50) };
const thread = { type: 'thread', id: 'x', title: 'Torque', community: 'c1', at: at(50) };

/** Each beside lines that can be used, and what is said of it. */
const wrong: readonly (readonly [string, object | string, RegExp])[] = [
  ['half an object', '{"type":"unit"', /not a JSON object/],
  ['a list', '[1]', /not a JSON object/],
  ['a text', '"unit"', /not a JSON object/],
  ['nothing', 'null', /not a JSON object/],
  ['lists in lists without end', '['.repeat(400_000), /not a JSON object/],
  ['a raw null character', '{"type":"unit","id":"x\0","name":"X"}', /not a JSON object/],
  ['no type', { id: 'x' }, /type “undefined” is unknown/],
  ['a type that every object has', { type: 'constructor', id: 'x' }, /type “constructor” is unknown/],
  ['a number for a type', { type: 7 }, /type “7” is unknown/],
  ['a second header', header, /one header, in its first line/],
  ['no id', { ...message, id: undefined }, /^id: /],
  ['a number for an id', { ...message, id: 7 }, /^id: /],
  ['an id without end', { ...message, id: 'x'.repeat(201) }, /^id: /],
  ['a null character in an id', { ...message, id: 'x\0' }, /^id: must not contain the null character/],
  ['a null character in a text', { ...message, body: 'a\0b' }, /^body: must not contain the null character/],
  ['a list for a text', { ...message, body: ['a'] }, /^body: /],
  ['a text of spaces', { ...message, body: ' \n\t' }, /^body: must say something/],
  ['a text beyond the limit', { ...message, body: 'a'.repeat(100_001) }, /more than 100000 characters/],
  ['a title of two lines', { ...thread, title: 'a\nb' }, /^title: must be one line/],
  ['a day in words', { ...message, at: 'yesterday' }, /^at: /],
  ['a moment without a zone', { ...message, at: '2025-03-03T09:00:00' }, /^at: /],
  ['a day that there is not', { ...message, at: '2025-02-30T09:00:00Z' }, /^at: /],
  ['a number for a moment', { ...message, at: 1_741_000_000 }, /^at: /],
  ['a year that the database has not', { ...message, at: '0000-01-01T00:00:00Z' }, /^The database refuses it/],
  ['a format that there is not', { ...message, format: 'rtf' }, /^format: /],
  ['no list of mentions', { ...message, mentions: 'p1' }, /^mentions: /],
  ['a mention of nobody', { ...message, mentions: ['p9'] }, /^The person “p9” is not known/],
  ['an author who comes later', { ...message, author: 'later' }, /^The person “later” is not known/],
  ['a quote of nothing', { ...message, quotes: ['m9'] }, /^The message “m9” is not known/],
  ['a reply to itself', { ...message, replyTo: 'x' }, /^The message “x” is not known/],
  ['a unit below itself', { type: 'unit', id: 'x', name: 'X', parent: 'x' }, /^The unit “x” is not known/],
  [
    'a unit that ends before it begins',
    { type: 'unit', id: 'x', name: 'X', from: '2025-02-01', to: '2025-01-01' },
    /ends before it begins/,
  ],
  ['a unit with another’s name beside it', { type: 'unit', id: 'x', name: 'towers', parent: 'u0' }, /Another unit has this name/],
  ['a unit of three letters', { type: 'unit', id: 'x', name: 'X', code: 'XYZ' }, /^code: /],
  ['an address that is none', { type: 'person', id: 'x', name: 'X', email: 'x at y' }, /^email: /],
  ['yes for true', { type: 'person', id: 'x', name: 'X', active: 'yes' }, /^active: /],
  ['a person in an unknown unit', { type: 'person', id: 'x', name: 'X', unit: 'u9' }, /^The unit “u9” is not known/],
  ['a role that there is not', { type: 'role', person: 'p1', role: 'owner' }, /^role: /],
  ['a manager of nothing', { type: 'role', person: 'p1', role: 'manager' }, /A manager needs a unit/],
  ['a change into an unknown unit', { type: 'unit-change', person: 'p1', unit: 'u9', at: '2025-01-01' }, /^The unit “u9”/],
  ['a community with another’s name', { type: 'community', id: 'y', name: 'Bolted joints' }, /Another community has this name/],
  ['a visibility that there is not', { type: 'community', id: 'x', name: 'X', visibility: 'secret' }, /^visibility: /],
  ['a merger without a close', { type: 'community', id: 'x', name: 'X', mergedInto: 'c1' }, /needs closedAt/],
  ['a merger into what comes later', { type: 'community', id: 'x', name: 'X', closedAt: at(1), mergedInto: 'z' }, /^The community “z”/],
  ['a merger into itself', { type: 'community', id: 'c1', name: 'X', closedAt: at(1), mergedInto: 'c1' }, /cannot go into itself/],
  ['a member of nothing', { type: 'membership', community: 'c9', person: 'p1' }, /^The community “c9” is not known/],
  ['an issue that is a draft', { ...issue, state: 'draft' }, /A draft is kept/],
  ['an urgent issue without stakes', { ...issue, urgent: true }, /needs its stakes/],
  ['a state that there is not', { ...issue, state: 'closed' }, /^state: /],
  ['a thread of a community and an issue', { ...thread, issue: 'i1' }, /not to both/],
  ['a thread of nothing', { ...thread, community: undefined }, /needs a community, an issue or/],
  ['a reaction in words', { type: 'reaction', message: 'm1', person: 'p1', emoji: 'fine' }, /^emoji: /],
  ['an answer from another conversation', { type: 'answer', issue: 'i1', message: 'm1' }, /not one of the conversation of the issue/],
  ['an artifact of nobody', { type: 'artifact', id: 'x', title: 'X', body: 'a', at: at(1) }, /needs an author or a community/],
  ['a position below nothing', { type: 'follow', thread: 't1', person: 'p2', read: -1 }, /^read: /],
  ['a position without end', '{"type":"follow","thread":"t1","person":"p2","read":1e999}', /^read: /],
  ['a session without an end', { type: 'session', id: 'x', community: 'c1', title: 'X', at: at(1), minutes: 100_000 }, /^minutes: /],
];

describe('a line that cannot be used', () => {
  let server: TestServer;
  let first: number;
  let reasons: Map<number, string>;
  let messageCount: number;
  beforeAll(async () => {
    server = await startTestServer({}, { isEmpty: true });
    first = smallWorld.length + 1;
    const lines = [...smallWorld, ...wrong.map(([, line]) => line), { ...message, id: 'last' }];
    const { runId, counts } = await importLines(server, lines);
    messageCount = counts.types['message']?.new ?? 0;
    reasons = new Map((await server.database.rows(rejectionsOf, [runId, 0, 1_000])).map(({ line, reason }) => [line, reason]));
  });
  afterAll(() => server.stop());

  it.for(wrong.map(([name, , reason], index) => ({ name, reason, index })))(
    'because of $name, is rejected alone and says why',
    ({ reason, index }) => {
      expect(reasons.get(first + index)).toMatch(reason);
    },
  );

  it('is the only one that is missing', () => {
    expect(messageCount).toBe(5);
    expect(reasons.size).toBe(wrong.length);
  });
});

describe('a file as it may come', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({}, { isEmpty: true });
  });
  afterEach(() => server.stop());

  const importBytes = (...parts: readonly (string | Buffer)[]) => {
    const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const file = { name: 'lines.ndjson', hash: hashOf(bytes), read: () => Readable.from([bytes]) };
    return server.running.application.get(ImportHistory).run(file);
  };
  const text = (line: object): string => `${JSON.stringify(line)}\n`;
  const unit = (id: string) => text({ type: 'unit', id, name: `Unit ${id}` });
  const reasonsOf = async (runId: string | null) =>
    (await server.database.rows(rejectionsOf, [runId, 0, 100])).map(({ line, reason }) => [line, reason]);

  it('rejects a line that is not UTF-8, and takes the next', async () => {
    const result = await importBytes(text(header), '{"type":"unit","id":"a","name":"', Buffer.from([0xe9]), '"}\n', unit('b'));

    expect(await reasonsOf(result.runId)).toEqual([[2, 'The line is not UTF-8.']]);
    expect(totals(result)).toMatchObject({ new: 1, rejected: 1 });
  });

  it('rejects a line beyond 1 MiB, and takes the next and one of just 1 MiB', async () => {
    const filled = (bytes: number) => {
      const start = '{"type":"unit","id":"a","name":"A","more":"';
      return `${start}${'x'.repeat(bytes - start.length - 2)}"}`;
    };
    const result = await importBytes(text(header), `${filled(importLineLimit + 1)}\n`, `${filled(importLineLimit)}\n`, unit('b'));

    expect(await reasonsOf(result.runId)).toEqual([[2, 'The line is longer than 1 MiB.']]);
    expect(totals(result)).toMatchObject({ new: 2, rejected: 1 });
  });

  it('takes byte order mark, CRLF, empty lines and a last line without an end', async () => {
    const lines = `\uFEFF${text(header)}\n\n${unit('a')}${unit('b').trim()}`.replaceAll('\n', '\r\n');

    expect(totals(await importBytes(lines))).toMatchObject({ new: 2, rejected: 0 });
  });

  it('counts fields that nobody knows, whatever they are called', async () => {
    const result = await importBytes(text(header), '{"type":"unit","id":"a","name":"A","toString":{"x":1},"constructor":2}\n');

    expect(result.counts.unknownFields).toEqual({ 'unit.toString': 1, 'unit.constructor': 1 });
    expect(totals(result)).toMatchObject({ new: 1 });
  });

  it('has no circle of units, whatever the order in which it names them', async () => {
    const result = await importBytes(
      text(header),
      unit('root'),
      text({ type: 'unit', id: 'a', name: 'A', parent: 'b' }),
      text({ type: 'unit', id: 'b', name: 'B', parent: 'root' }),
      text({ type: 'unit', id: 'a', name: 'A', parent: 'b' }),
      text({ type: 'unit', id: 'b', name: 'B', parent: 'a' }),
    );

    const { rows } = await server.database.pool.query(
      `with recursive tree as (select id from units where parent_id is null union all select u.id from units u join tree on u.parent_id = tree.id)
       select count(*)::int as reached, (select count(*)::int from units) as all from tree`,
    );
    expect(rows).toEqual([{ reached: 3, all: 3 }]);
    expect(await reasonsOf(result.runId)).toEqual([[3, expect.stringContaining('The unit “b” is not known')]]);
  });

  it('makes one history of units out of changes in any order, on the same day and before the first', async () => {
    const change = (to: string, day: string) => text({ type: 'unit-change', person: 'p', unit: to, at: day });
    await importBytes(
      [text(header), unit('a'), unit('b'), unit('c')].join(''),
      text({ type: 'person', id: 'p', name: 'Rui', unit: 'a', since: '2024-06-01' }),
      [change('b', '2025-06-01'), change('c', '2024-01-01'), change('a', '2025-01-01'), change('c', '2025-06-01')].join(''),
    );

    const { rows } = await server.database.pool.query(
      `select from_on::text as "from", until_on::text as until from unit_memberships order by from_on`,
    );
    expect(rows.map(({ from }) => from)).toEqual(['2024-01-01', '2024-06-01', '2025-01-01', '2025-06-01']);
    expect(rows.map(({ until }) => until)).toEqual(['2024-06-01', '2025-01-01', '2025-06-01', null]);
  });

  it('takes the later of two lines about the same thing, and one person of one address', async () => {
    const person = (id: string, name: string) => text({ type: 'person', id, name, email: 'rui@norrgard.example' });
    const result = await importBytes(
      text(header),
      unit('a'),
      text({ type: 'unit', id: 'a', name: 'Renamed' }),
      person('p', 'Rui'),
      person('q', 'R.'),
    );

    const names = async (table: string) => (await server.database.pool.query(`select name from ${table}`)).rows.map(({ name }) => name);
    expect(await names('units')).toEqual(['Renamed']);
    expect(await names('people')).toEqual(['Rui']);
    expect(result.counts.types['person']).toMatchObject({ new: 1, kept: 1 });
  });

  it('brings nothing when it holds nothing but its header', async () => {
    expect(totals(await importBytes(text(header)))).toEqual({ new: 0, changed: 0, unchanged: 0, kept: 0, rejected: 0 });
  });

  it('is no history when it is empty', async () => {
    await expect(importBytes('\n\n')).rejects.toThrow('does not begin with the line');
  });
});
