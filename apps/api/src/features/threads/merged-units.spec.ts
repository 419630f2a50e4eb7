import { unitId } from '@landbridge/contract';
import { closeUnit, getUnitHistory, listUnits, mergeUnit, createUnit } from '@landbridge/contract/organisation';
import { appointManager, deactivatePerson, getPerson, invitePerson, listAccounts, moveToUnit } from '@landbridge/contract/people';
import { changeParticipants, getThread, threadChanged, threadMoved } from '@landbridge/contract/threads';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId, say, startAcrossUnits } from '../../testing/world.ts';

let server: TestServer;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.person('Administrator Adams', { isAdministrator: true });
});
afterAll(() => server.stop());

const newUnit = (parentId: string | null = null, name = `Unit ${uuid()}`) =>
  administrator.do(createUnit, { body: { clientId: newClientId(), name, parentId } });
const somebodyIn = async (id: string, from = '2024-05-01') => {
  const person = await server.person('Mover Møller', { unit: 'Nowhere' });
  await administrator.do(moveToUnit, { params: { personId: person.id }, body: { unitId: id, from } });
  return person;
};
const merge = (id: string, intoId: string) =>
  administrator.request(mergeUnit, { params: { unitId: unitId.parse(id) }, body: { intoId: unitId.parse(intoId) } });
const close = (id: string) => administrator.request(closeUnit, { params: { unitId: unitId.parse(id) } });
const unitOf = async ({ id }: TestPerson) => (await administrator.do(getPerson, { params: { personId: id } })).unit?.id;
const membershipsOf = async ({ id }: TestPerson) =>
  (
    await server.database.pool.query(
      `select unit_id as unit, until_on is null as "isPresent" from unit_memberships where person_id = $1 order by from_on`,
      [id],
    )
  ).rows;

describe('merge unit', () => {
  it('moves its people today and keeps where they were', async () => {
    const [from, into] = [await newUnit(), await newUnit()];
    const person = await somebodyIn(from.id);

    await merge(from.id, into.id);

    expect((await membershipsOf(person)).slice(-2)).toEqual([
      { unit: from.id, isPresent: false },
      { unit: into.id, isPresent: true },
    ]);
  });

  it('moves whoever came today as if they had come to the other', async () => {
    const [from, into] = [await newUnit(), await newUnit()];
    const person = await server.person('Mover Møller');
    await administrator.do(moveToUnit, { params: { personId: person.id }, body: { unitId: from.id } });

    await merge(from.id, into.id);

    expect(await membershipsOf(person)).toEqual([{ unit: into.id, isPresent: true }]);
  });

  it('moves the units below it, with what they were in their history', async () => {
    const [from, into] = [await newUnit(), await newUnit()];
    const below = await newUnit(from.id);

    await merge(from.id, into.id);

    const { units } = await administrator.do(listUnits);
    expect(units.find(({ id }) => id === below.id)?.parentId).toBe(into.id);
    const { history } = await administrator.do(getUnitHistory, { params: { unitId: below.id } });
    expect(history.map(({ parentId }) => parentId)).toEqual([into.id, from.id]);
  });

  it('closes it, says into what it went, and frees its name', async () => {
    const [from, into] = [await newUnit(), await newUnit()];

    await merge(from.id, into.id);

    expect((await administrator.do(listUnits)).units.map(({ id }) => id)).not.toContain(from.id);
    const { units } = await administrator.do(listUnits, { query: { show: 'all' } });
    expect(units.find(({ id }) => id === from.id)).toMatchObject({ mergedIntoId: into.id, closedOn: expect.any(String) });
    expect((await newUnit(null, from.name)).name).toBe(from.name);
  });

  it('ends the appointments of its managers', async () => {
    const [from, into] = [await newUnit(), await newUnit()];
    const person = await server.person('Manager Merged');
    await administrator.do(appointManager, { params: { personId: person.id, unitId: from.id } });

    await merge(from.id, into.id);

    expect((await administrator.do(listAccounts, { query: { q: 'merged' } })).accounts[0]?.manages).toEqual([]);
  });

  it('brings its threads to the other unit, which hears of them at once', async () => {
    const [from, into] = [await newUnit(), await newUnit()];
    const speaker = await somebodyIn(from.id);
    const reader = await (await somebodyIn(into.id)).connect();
    const { thread } = await startAcrossUnits(speaker, [from.id]);
    await say(speaker, thread.id, 'We scribe a line.');
    expect((await reader.refused(getThread, { params: { threadId: thread.id } })).code).toBe('thread.not-found');

    await merge(from.id, into.id);

    await reader.hears(threadMoved, (moved) => moved.thread.id === thread.id);
    const { crossUnit } = (await reader.do(getThread, { params: { threadId: thread.id } })).thread;
    expect(crossUnit?.units).toMatchObject([{ unit: { id: into.id }, firstSpokeAt: expect.any(String) }]);
    reader.disconnect();
  });

  it('waits for nobody who changes whom a thread is for, and keeps nobody waiting for good', async () => {
    const [from, into] = [await newUnit(), await newUnit()];
    const convener = await somebodyIn(from.id);
    const { thread } = await startAcrossUnits(convener, [from.id]);
    const merger = await server.database.pool.connect();
    const body = { version: 1, unitIds: [from.id, into.id] };

    // A merger locks its units first, and then the threads that invite them.
    await merger.query('begin');
    await merger.query('select from units where id = $1 for update', [into.id]);
    const changed = convener.request(changeParticipants, { params: { threadId: thread.id }, body });
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await expect.poll(async () => (await server.database.pool.query(waiting)).rowCount).toBe(1);
    await merger.query('select from threads where id = $1 for no key update', [thread.id]);
    await merger.query('commit');
    merger.release();

    expect((await changed).status).toBe(200);
  });

  it('tells whoever has such a thread open what it is now', async () => {
    const [from, into] = [await newUnit(), await newUnit()];
    const speaker = await (await somebodyIn(from.id)).connect();
    const { thread } = await startAcrossUnits(speaker, [from.id, into.id]);
    await speaker.askAnything('thread.watch', { threadId: thread.id });

    await merge(from.id, into.id);

    const changed = await speaker.hears(threadChanged, ({ threadId }) => threadId === thread.id);
    expect(changed.crossUnit?.units.map(({ unit }) => unit.id)).toEqual([into.id]);
    speaker.disconnect();
  });

  it('is refused into itself, below itself, and into a closed one', async () => {
    const [top, closed] = [await newUnit(), await newUnit()];
    const below = await newUnit(top.id);
    await close(closed.id);

    for (const id of [top.id, below.id]) expect((await merge(top.id, id)).body).toMatchObject({ code: 'unit.inside-itself' });
    expect((await merge(top.id, closed.id)).body).toMatchObject({ code: 'unit.closed' });
  });

  it('is refused when a unit below has the name of one in the other, and changes nothing', async () => {
    const [from, into] = [await newUnit(), await newUnit()];
    await newUnit(from.id, 'Hubs');
    await newUnit(into.id, 'Hubs');
    const person = await somebodyIn(from.id);

    expect((await merge(from.id, into.id)).body).toMatchObject({ code: 'unit.name-taken' });
    expect(await unitOf(person)).toBe(from.id);
  });

  it('lets one of two win that would become part of each other at once', async () => {
    const [one, other] = [await newUnit(), await newUnit()];

    const answers = await Promise.all([merge(one.id, other.id), merge(other.id, one.id)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('close unit', () => {
  it('says that people belong to it', async () => {
    const unit = await newUnit();
    await somebodyIn(unit.id);

    expect((await close(unit.id)).body).toMatchObject({ code: 'unit.has-people' });
  });

  it('says that units stand below it', async () => {
    const unit = await newUnit();
    const below = await newUnit(unit.id);

    expect((await close(unit.id)).body).toMatchObject({ code: 'unit.has-units' });

    await close(below.id);
    expect((await close(unit.id)).status).toBe(200);
  });

  it('leaves nobody in it, whose account is closed', async () => {
    const unit = await newUnit();
    const person = await somebodyIn(unit.id);
    await administrator.do(deactivatePerson, { params: { personId: person.id } });

    expect((await close(unit.id)).status).toBe(200);
    expect(await unitOf(person)).toBeUndefined();
  });

  it('takes nobody and no unit any more', async () => {
    const unit = await newUnit();
    await close(unit.id);
    const person = await server.person('Mover Møller');
    const invited = { clientId: newClientId(), name: 'Late Lund', email: `${uuid()}@norrgard.example`, unitId: unit.id };

    const refusals = [
      await administrator.refused(moveToUnit, { params: { personId: person.id }, body: { unitId: unit.id } }),
      await administrator.refused(invitePerson, { body: invited }),
      await administrator.refused(createUnit, { body: { clientId: newClientId(), name: 'Below', parentId: unit.id } }),
    ];

    expect(refusals.map(({ code }) => code)).toEqual(['unit.closed', 'unit.closed', 'unit.closed']);
  });

  it('never leaves somebody in a closed unit, who came at that moment', async () => {
    const unit = await newUnit();
    const person = await server.person('Mover Møller');

    const [, closed] = await Promise.all([
      administrator.request(moveToUnit, { params: { personId: person.id }, body: { unitId: unit.id } }),
      close(unit.id),
    ]);

    expect((await unitOf(person)) === unit.id).toBe(closed.status === 409);
  });
});
