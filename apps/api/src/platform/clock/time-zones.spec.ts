import { getMe, signIn } from '@landbridge/contract/identity';
import { createUnit } from '@landbridge/contract/organisation';
import { getThread, messagePosted, watchThread, type MessageView } from '@landbridge/contract/threads';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitOnClock } from '../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, newClientId, say, startThread } from '../../testing/world.ts';

/** Of the process and of the database: half hours, both hemispheres, both sides of the date line. */
const places = [
  { process: 'UTC', database: 'UTC' },
  { process: 'Pacific/Auckland', database: 'America/St_Johns' },
  { process: 'America/St_Johns', database: 'Pacific/Auckland' },
  { process: 'Asia/Kathmandu', database: 'Europe/Copenhagen' },
];

const zoneOfTests = process.env['TZ'];
const moveTo = (zone: string | undefined) => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
};

describe('a server in another time zone, on a database in a third', () => {
  let database: TestDatabase;
  let person: TestPerson;
  let thread: Awaited<ReturnType<typeof startThread>>['thread'];
  let first: unknown;

  /** A server that runs there while the work is done. */
  const at = async <Result>(place: (typeof places)[number], work: (server: TestServer) => Promise<Result>): Promise<Result> => {
    const admin = new Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(`alter database ${admin.escapeIdentifier(admin.database ?? '')} set timezone to '${place.database}'`);
    await admin.end();
    moveTo(place.process);
    const server = await startTestServer({}, { on: database });
    try {
      return await work(server);
    } finally {
      await server.running.stop();
    }
  };
  const whole = async (server: TestServer) =>
    (await server.again(person)).do(getThread, { params: { threadId: thread.id }, query: { at: 'newest' } });

  beforeAll(async () => {
    database = await createTestDatabase();
    const server = await startTestServer({}, { on: database });
    await server.database.pool.query(
      `insert into organisations (name, language, time_zone, created_at) values ('Norrgard Energy', 'en', 'Pacific/Kiritimati', now())`,
    );
    person = await server.person('Adwoa Mensah', { unit: 'Grid', isAdministrator: true });
    ({ thread } = await startThread(person, (await foundCommunity(person)).id));
    first = await whole(server);
    await server.running.stop();
  });
  afterEach(() => moveTo(zoneOfTests));
  afterAll(() => database.drop());

  it.each(places)('says the same instants: process in $process, database in $database', async (place) => {
    expect(await at(place, whole)).toEqual(first);
  });

  it.each(places)('writes the instant it is: process in $process, database in $database', async (place) => {
    const message = await at(place, async (server) => {
      const author = await server.again(person);
      const own = await startThread(author, (await foundCommunity(author)).id);
      const from = Date.now();
      return { ...(await say(author, own.thread.id, 'Now.')), from, until: Date.now() };
    });

    expect(Date.parse(message.postedAt)).toBeGreaterThanOrEqual(message.from);
    expect(Date.parse(message.postedAt)).toBeLessThanOrEqual(message.until);
  });

  it.each(places)('counts days of units as the organisation does: process in $process, database in $database', async (place) => {
    const dayThere = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(new Date());
    const before = dayThere();

    const unit = await at(place, async (server) =>
      (await server.again(person)).do(createUnit, { body: { clientId: newClientId(), name: `Unit seen from ${place.process}` } }),
    );

    expect([before, dayThere()]).toContain(unit.since);
  });
});

describe('a clock that jumps back an hour', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('breaks neither the order of messages, nor what is told live, nor sign-ins', async () => {
    const author = await (await server.person('Adwoa Mensah')).connect();
    const { thread } = await startThread(author, (await foundCommunity(author)).id);
    await author.ask(watchThread, { threadId: thread.id });
    const before = await say(author, thread.id, 'Before the jump.');

    waitOnClock(server, -3_600_000);
    const after = await say(author, thread.id, 'After the jump.');

    const inOrder = ({ id, position, changedSeq }: MessageView) => ({ id, position, changedSeq });
    expect(inOrder(after)).toEqual({ id: after.id, position: before.position + 1, changedSeq: before.changedSeq + 1 });
    const { messages } = await author.do(getThread, { params: { threadId: thread.id }, query: { at: 'newest' } });
    expect(messages.slice(-2).map(({ id }) => id)).toEqual([before.id, after.id]);
    await author.hears(messagePosted, ({ message }) => message.id === after.id);
    expect((await author.do(getMe)).person.id).toBe(author.id);
    author.disconnect();
  });

  it('lets nobody guess more often', async () => {
    const guess = () => server.visitor().send('POST', signIn.path, { email: 'nobody@norrgard.example', password: 'a wrong password' });
    let status = 0;
    for (let n = 0; n < 40 && status !== 429; n++) ({ status } = await guess());
    expect(status).toBe(429);

    waitOnClock(server, -3_600_000);

    expect((await guess()).status).toBe(429);
  });
});
