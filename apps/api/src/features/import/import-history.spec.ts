import { messageId, personId, threadId } from '@landbridge/contract';
import { getMessage, getThread, postMessage } from '@landbridge/contract/threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { at, hashOf, header, importLines, smallWorld, totals } from '../../testing/import-lines.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';
import { rejectionsOf } from './import.queries.ts';

const lineCount = smallWorld.length - 1;

describe('import a history', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({}, { isEmpty: true });
  });
  afterEach(() => server.stop());

  const idOf = async (type: string, sourceId: string): Promise<string> => {
    const { rows } = await server.database.pool.query('select id from imported_things where type = $1 and source_id = $2', [
      type,
      sourceId,
    ]);
    return rows[0]?.id;
  };
  const count = async (from: string): Promise<number> =>
    Number((await server.database.pool.query(`select count(*) from ${from}`)).rows[0]?.count);
  const reasons = async (runId: string | null) =>
    (await server.database.rows(rejectionsOf, [runId, 0, 100])).map(({ line, reason }) => [line, reason]);
  const page = async (sourceId: string) => {
    const reader = await server.person('Adwoa Mensah');
    return reader.do(getThread, { params: { threadId: threadId.parse(await idOf('thread', sourceId)) } });
  };

  it('writes every line, and a second time changes nothing', async () => {
    const first = await importLines(server, smallWorld);
    const again = await importLines(server, smallWorld);

    expect(totals(first)).toEqual({ new: lineCount, changed: 0, unchanged: 0, kept: 0, rejected: 0 });
    expect(totals(again)).toEqual({ new: 0, changed: 0, unchanged: lineCount, kept: 0, rejected: 0 });
  });

  it('tells nobody anything, and notes the run for administrators', async () => {
    await importLines(server, smallWorld);

    expect(await count('outbox')).toBe(0);
    expect(await count(`audit_entries where action = 'history.imported'`)).toBe(1);
  });

  it('keeps who said what, when and in which unit, with quotes that name their source', async () => {
    await importLines(server, smallWorld);

    const { messages, thread } = await page('t1');

    expect(messages.map(({ author, postedAt, position }) => [author.name, author.unit?.name, postedAt, position])).toEqual([
      ['Ines Moreau', 'Site Service', at(7), 1],
      ['Jonas Weidmann', 'Towers', at(8), 2],
    ]);
    expect(thread.openedBy.name).toBe('Ines Moreau');
    expect(messages[0]?.html).toContain('<em>which pass</em>');
    const ines = await idOf('person', 'p1');
    expect(messages[1]?.html).toContain(`<blockquote class="quote" data-message="${messages[0]?.id}">`);
    expect(messages[1]?.html).toContain(`class="quote-source" data-message="${messages[0]?.id}" data-person="${ines}"`);
    expect(messages[1]?.html).toContain('torque');
    expect(messages[1]?.replyTo?.id).toBe(messages[0]?.id);
    expect(messages[1]?.reactions).toEqual([{ emoji: '👍', count: 1, isMine: false }]);
  });

  it('shows a message to whoever asks for it before the job has rendered it', async () => {
    await server.running.application.get(Jobs).stop();
    await importLines(server, smallWorld);
    const { rows } = await server.database.pool.query('select id from messages where renderer = 0');
    const reader = await server.person('Adwoa Mensah');

    const { html, excerpt } = await reader.do(getMessage, { params: { messageId: messageId.parse(rows[0]?.id) } });

    expect(html).toMatch(/^<p>.+<\/p>/);
    expect(excerpt).not.toBe('');
    await server.running.application.get(Jobs).start();
  });

  it('keeps words that their source does not hold without claiming a source', async () => {
    const invented = {
      type: 'message',
      id: 'm9',
      thread: 't1',
      author: 'p2',
      at: at(20),
      body: '> [Ines Moreau](message:m1)\n>\n> I never said that.',
    };
    await importLines(server, [...smallWorld, invented]);

    const html = (await page('t1')).messages.at(-1)?.html;

    expect(html).toContain('I never said that.');
    expect(html).not.toContain('quote-source');
  });

  it('rejects each wrong line alone, with its number and the reason', async () => {
    const wrong = [
      '{ no json',
      { type: 'poem', id: 'x' },
      { type: 'message', id: 'w1', thread: 'nowhere', author: 'p1', at: at(1), body: 'a' },
      { type: 'message', id: 'w2', thread: 't1', author: 'p1', at: 'yesterday', body: 'a' },
      { type: 'unit', id: 'w3', name: 'Towers', parent: 'u0' },
      { type: 'role', person: 'p1', role: 'manager' },
      { type: 'message', id: 'w4', thread: 't1', author: 'p1', at: at(12), body: 'Last.', colour: 'red' },
    ];

    const result = await importLines(server, [...smallWorld, ...wrong]);

    const first = smallWorld.length + 1;
    const found = await reasons(result.runId);
    expect(found.map(([line]) => line)).toEqual([first, first + 1, first + 2, first + 3, first + 4, first + 5]);
    expect(found.map(([, reason]) => reason)).toEqual([
      'The line is not a JSON object.',
      'The type “poem” is unknown.',
      'The thread “nowhere” is not known: no line before this one describes it.',
      expect.stringMatching(/^at: /),
      'Another unit has this name beside it.',
      'A manager needs a unit.',
    ]);
    expect(result.counts.unknownFields).toEqual({ 'message.colour': 1 });
    expect((await page('t1')).messages).toHaveLength(3);
  });

  it('stops at the first wrong line when it is strict', async () => {
    const result = await importLines(server, [...smallWorld, { type: 'poem' }, { type: 'unit', id: 'u9', name: 'After' }], {
      isStrict: true,
    });

    expect(result.firstRejection?.number).toBe(smallWorld.length + 1);
    expect(await count(`units where name = 'After'`)).toBe(0);
  });

  it('leaves nothing behind when it runs dry', async () => {
    const result = await importLines(server, smallWorld, { isDry: true });

    expect(totals(result)).toMatchObject({ new: lineCount, rejected: 0 });
    expect(await count('people')).toBe(0);
    expect(await count('organisations')).toBe(0);
  });

  it('goes on where it was killed', async () => {
    const texts = smallWorld.map((line) => JSON.stringify(line));
    const reached = texts.slice(0, 8);
    await importLines(server, smallWorld.slice(0, 8));
    await server.database.pool.query(`update import_runs set state = 'running', file_hash = $1`, [hashOf(texts.join('\n'))]);

    const result = await importLines(server, smallWorld);

    expect(result.isResumed).toBe(true);
    expect(totals(result)).toEqual({ new: lineCount, changed: 0, unchanged: 0, kept: 0, rejected: 0 });
    expect(reached).toHaveLength(8);
  });

  it('updates what the source changed, unless somebody changed it here', async () => {
    await importLines(server, smallWorld);
    await server.database.pool.query(`update communities set version = 2, domain = 'Ours.'`);
    const changed = smallWorld.map((line) => {
      if ('id' in line && line.id === 'm1') return { ...line, body: 'Two marks.' };
      if ('id' in line && line.id === 'c1') return { ...line, domain: 'Theirs.' };
      return line;
    });

    const result = await importLines(server, changed);

    expect(totals(result)).toMatchObject({ changed: 1, kept: 1, new: 0 });
    expect((await page('t1')).messages[0]?.html).toContain('Two marks.');
    expect(await count(`communities where domain = 'Ours.'`)).toBe(1);
  });

  it('adds nothing to a thread in which somebody spoke here', async () => {
    await importLines(server, smallWorld);
    const speaker = await server.person('Adwoa Mensah');
    const thread = threadId.parse(await idOf('thread', 't1'));
    await speaker.do(postMessage, { params: { threadId: thread }, body: { clientId: newClientId(), markdown: 'And here.' } });

    const result = await importLines(server, [
      ...smallWorld,
      { type: 'message', id: 'late', thread: 't1', author: 'p1', at: at(40), body: 'Late.' },
    ]);

    expect(result.firstRejection?.reason).toContain('was made or changed here');
    expect((await page('t1')).messages).toHaveLength(3);
  });

  it('takes a known address as that person, and leaves them as they are', async () => {
    await importLines(server, [header]);
    const known = await server.person('Ines Moreau-Klein');
    await server.database.pool.query(`update people set email = 'ines@northwind.example' where id = $1`, [known.id]);

    await importLines(server, smallWorld);

    expect(await idOf('person', 'p1')).toBe(known.id);
    expect(await count(`people where name = 'Ines Moreau-Klein'`)).toBe(1);
    expect(await count(`unit_managers where person_id = '${personId.parse(known.id)}'`)).toBe(0);
  });

  it('refuses a file without the first line of the format', async () => {
    await expect(importLines(server, [{ type: 'unit', id: 'u', name: 'U' }])).rejects.toThrow('does not begin with the line');
  });
});
