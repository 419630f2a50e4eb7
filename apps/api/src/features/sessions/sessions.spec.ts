import { closeCommunity } from '@landbridge/contract/communities';
import * as sessions from '@landbridge/contract/sessions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, newClientId, plan } from '../../testing/world.ts';

let server: TestServer;
let convener: TestPerson;
let member: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
  member = await server.person('Priya Raghunathan', { unit: 'Foundations' });
});
afterAll(() => server.stop());

const communityId = async (visibility: 'open' | 'private' = 'open') => {
  const { id } = await foundCommunity(convener, { visibility });
  await bring(convener, member, id);
  return id;
};
const inSession = ({ id: sessionId }: sessions.SessionView) => ({ params: { sessionId } });
const partOf = ({ id: sessionId }: sessions.SessionView, { id: personId }: TestPerson) => ({ params: { sessionId, personId } });
const answer = (person: TestPerson, session: sessions.SessionView, isComing: boolean | null) =>
  person.request(sessions.answerSession, { ...inSession(session), body: { isComing } });
const peopleOf = async (session: sessions.SessionView) => (await convener.do(sessions.listSessionPeople, inSession(session))).people;
const codeOf = (body: unknown) => (typeof body === 'object' && body !== null && 'code' in body ? body.code : 'none');

describe('a session of a community that was closed down', () => {
  it('is read, and nothing is added to it', async () => {
    const session = await plan(convener, await communityId());
    await convener.do(closeCommunity, { params: { communityId: session.community.id } });

    expect(codeOf((await answer(member, session, true)).body)).toBe('community.ended');
    expect((await convener.do(sessions.getSession, inSession(session))).can).toMatchObject({ read: true, answer: false, edit: false });
  });
});

describe('plan a session', () => {
  it('is told with its time as an instant, whatever offset it was sent with', async () => {
    const session = await convener.do(sessions.planSession, {
      params: { communityId: await communityId() },
      body: { clientId: newClientId(), title: 'Case clinic', at: '2030-10-27T02:30:00+02:00', minutes: 90 },
    });

    expect(session).toMatchObject({ at: '2030-10-27T00:30:00.000Z', minutes: 90, place: '', comingCount: 0, isComing: null });
  });

  it('is refused with another title under the same client id', async () => {
    const params = { communityId: await communityId() };
    const body = { clientId: newClientId(), title: 'Case clinic', at: '2030-10-27T02:30:00Z' };
    await convener.do(sessions.planSession, { params, body });

    expect((await convener.refused(sessions.planSession, { params, body: { ...body, title: 'Peer assist' } })).code).toBe(
      'client-id.reused',
    );
  });

  it.each([
    { field: 'minutes', value: 4 },
    { field: 'minutes', value: 1_441 },
    { field: 'at', value: 'tomorrow' },
    { field: 'at', value: '9999-12-31T23:59:59Z' },
    { field: 'place', value: 'Hall 3\nBrande' },
  ])('names the field when $field is $value', async ({ field, value }) => {
    const { body } = await convener.requestAnything(sessions.planSession, {
      params: { communityId: await communityId() },
      body: { clientId: newClientId(), title: 'Case clinic', at: '2030-10-27T02:30:00Z', [field]: value },
    });

    expect(body).toMatchObject({ status: 422, errors: expect.arrayContaining([expect.objectContaining({ field })]) });
  });
});

describe('list sessions', () => {
  it('shows those ahead, the next first, with the one that is on, and those past, the last first', async () => {
    const id = await communityId();
    for (const [title, inMinutes] of Object.entries({ on: -30, later: 300, next: 60, 'long past': -3_000, past: -90 }))
      await plan(convener, id, { title, inMinutes });

    const titles = async (side: sessions.SessionSide) =>
      (await member.do(sessions.listSessions, { query: { side, communityId: id } })).sessions.map(({ title }) => title);
    expect(await titles('ahead')).toEqual(['on', 'next', 'later']);
    expect(await titles('past')).toEqual(['past', 'long past']);
  });

  it.each(['ahead', 'past'] as const)('gives every session %s once, page by page, also those at the same time', async (side) => {
    const id = await communityId();
    const at = side === 'ahead' ? '2035-01-01T09:00:00.000Z' : '2020-01-01T09:00:00.000Z';
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five'])
      await convener.do(sessions.planSession, { params: { communityId: id }, body: { clientId: newClientId(), title, at } });

    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await member.do(sessions.listSessions, { query: { side, communityId: id, limit: 2, cursor } });
      titles.push(...page.sessions.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(titles.toSorted()).toEqual(['Five', 'Four', 'One', 'Three', 'Two']);
  });

  it('of own communities leaves out what one may only read', async () => {
    const visitor = await server.person('Visitor Vogel');
    const session = await plan(convener, await communityId());

    const idsOf = async (show: 'all' | 'mine') =>
      (await visitor.do(sessions.listSessions, { query: { show, limit: 100 } })).sessions.map(({ id }) => id);
    expect(await idsOf('all')).toContain(session.id);
    expect(await idsOf('mine')).toEqual([]);
  });
});

describe('edit a session', () => {
  it('is refused with what is stored when somebody changed it meanwhile', async () => {
    const session = await plan(convener, await communityId());
    const edit = (title: string) => ({ ...inSession(session), body: { version: 1, title } });
    await convener.do(sessions.editSession, edit('Peer assist'));

    expect(await convener.refused(sessions.editSession, edit('Case clinic'))).toMatchObject({
      code: 'version.stale',
      current: { title: 'Peer assist', version: 2 },
    });
  });

  it('is not hindered by answers that came meanwhile', async () => {
    const session = await plan(convener, await communityId());
    await answer(member, session, true);

    const edited = await convener.do(sessions.editSession, { ...inSession(session), body: { version: 1, place: 'Hall 3' } });

    expect(edited).toMatchObject({ place: 'Hall 3', version: 2, comingCount: 1 });
  });

  it('cancels, keeps what was said, and takes it back', async () => {
    const session = await plan(convener, await communityId());
    await answer(member, session, true);

    const cancelled = await convener.do(sessions.cancelSession, inSession(session));
    expect(cancelled).toMatchObject({ version: 2, comingCount: 1 });
    expect(cancelled.cancelledAt).not.toBeNull();
    expect(codeOf((await answer(member, session, false)).body)).toBe('session.cancelled');
    expect(await convener.do(sessions.resumeSession, inSession(session))).toMatchObject({ cancelledAt: null, version: 3, comingCount: 1 });
  });
});

describe('answer a session', () => {
  it('counts each member once, and names them', async () => {
    const session = await plan(convener, await communityId());
    await answer(member, session, true);
    await answer(convener, session, true);
    await answer(convener, session, false);

    const seen = await member.do(sessions.getSession, inSession(session));
    expect(seen).toMatchObject({ comingCount: 1, notComingCount: 1, isComing: true });
    expect((await peopleOf(session)).map(({ name, isComing }) => ({ name, isComing }))).toEqual([
      { name: 'Convener Carvalho', isComing: false },
      { name: 'Priya Raghunathan', isComing: true },
    ]);
  });

  it('can be taken back', async () => {
    const session = await plan(convener, await communityId());
    await answer(member, session, true);
    await answer(member, session, null);

    expect(await member.do(sessions.getSession, inSession(session))).toMatchObject({ comingCount: 0, isComing: null });
    expect(await peopleOf(session)).toEqual([]);
  });

  it('is taken until the end', async () => {
    const id = await communityId();

    expect((await answer(member, await plan(convener, id, { inMinutes: -59, minutes: 60 }), true)).status).toBe(200);
    expect(codeOf((await answer(member, await plan(convener, id, { inMinutes: -61, minutes: 60 }), true)).body)).toBe('session.over');
  });
});

describe('record who took part', () => {
  it('is refused before the beginning, and of somebody who is no member', async () => {
    const id = await communityId();
    const stranger = await server.person('Stranger Strand');

    const early = partOf(await plan(convener, id), member);
    const foreign = partOf(await plan(convener, id, { inMinutes: -5 }), stranger);
    expect((await convener.refused(sessions.recordPart, early)).code).toBe('session.not-begun');
    expect((await convener.refused(sessions.recordPart, foreign)).code).toBe('person.not-found');
  });

  it('keeps the unit of that day when the person moved since', async () => {
    const mover = await server.person('Mover Møller', { unit: 'Towers' });
    const id = await communityId();
    await bring(convener, mover, id);
    const old = await plan(convener, id, { inMinutes: -60 * 24 * 30 });
    const recent = await plan(convener, id, { inMinutes: -60 });
    const { pool } = server.database;
    await pool.query(`update unit_memberships set until_on = current_date - 10 where person_id = $1`, [mover.id]);
    await pool.query(`insert into unit_memberships (person_id, unit_id, from_on) values ($1, $2, current_date - 10)`, [
      mover.id,
      await server.unit('Blades'),
    ]);

    await convener.do(sessions.recordPart, partOf(old, mover));
    await convener.do(sessions.recordPart, partOf(recent, mover));

    expect((await peopleOf(old))[0]?.unit?.name).toBe('Towers');
    expect((await peopleOf(recent))[0]?.unit?.name).toBe('Blades');
  });

  it('is taken back, and leaves what the person said', async () => {
    const session = await plan(convener, await communityId(), { inMinutes: -5 });
    await answer(member, session, true);
    await convener.do(sessions.recordPart, partOf(session, member));
    expect(await member.do(sessions.getSession, inSession(session))).toMatchObject({ tookPartCount: 1, tookPart: true });

    await convener.do(sessions.erasePart, partOf(session, member));

    expect(await member.do(sessions.getSession, inSession(session))).toMatchObject({ tookPartCount: 0, tookPart: false, isComing: true });
  });
});

describe('the calendar file of a session', () => {
  it('is a file that counts what leaders change', async () => {
    const session = await plan(convener, await communityId(), { title: 'Nuts, bolts', place: 'Hall 3' });
    await convener.do(sessions.cancelSession, inSession(session));

    const { body, headers } = await member.request(sessions.getSessionCalendar, inSession(session));

    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('session.ics');
    expect(String(body)).toContain('SUMMARY:Nuts\\, bolts\r\n');
    expect(String(body)).toContain('SEQUENCE:1\r\n');
    expect(String(body)).toContain('STATUS:CANCELLED\r\n');
  });
});

describe('find sessions', () => {
  it('by words of their title, the nearest first, where one may read', async () => {
    const [open, hidden] = [await communityId(), await communityId('private')];
    const title = 'Torque walk round the yard';
    const far = await plan(convener, open, { title, inMinutes: 60 * 24 * 30 });
    const past = await plan(convener, open, { title, inMinutes: -60 * 24 });
    const secret = await plan(convener, hidden, { title, inMinutes: 60 });
    const outsider = await server.person('Outsider Okoye');
    const found = async (person: TestPerson) =>
      (await person.do(sessions.findSessions, { query: { q: 'WALK round' } })).sessions.map(({ id }) => id);

    expect(await found(member)).toEqual([secret.id, past.id, far.id]);
    expect(await found(outsider)).toEqual([past.id, far.id]);
  });
});
