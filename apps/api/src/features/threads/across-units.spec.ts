import { changeUnit } from '@landbridge/contract/organisation';
import { moveToUnit } from '@landbridge/contract/people';
import * as threads from '@landbridge/contract/threads';
import { unitId } from '@landbridge/contract';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { say, startAcrossUnits } from '../../testing/world.ts';

describe('a thread across units', () => {
  let server: TestServer;
  let administrator: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.person('Administrator Adams', { isAdministrator: true });
  });
  afterAll(() => server.stop());

  const unit = async (name: string) => unitId.parse(await server.unit(name));
  const move = (person: TestPerson, name: string) =>
    server.unit(name).then((id) => administrator.do(moveToUnit, { params: { personId: person.id }, body: { unitId: unitId.parse(id) } }));
  const putBelow = async (name: string, parent: string) =>
    administrator.do(changeUnit, { params: { unitId: await unit(name) }, body: { parentId: await unit(parent) } });
  const read = (person: TestPerson, { thread }: threads.ThreadPage) => person.do(threads.getThread, { params: { threadId: thread.id } });
  const isHidden = async (person: TestPerson, { thread }: threads.ThreadPage) =>
    (await person.request(threads.getThread, { params: { threadId: thread.id } })).status === 404;
  const change = (
    person: TestPerson,
    { thread }: threads.ThreadPage,
    body: { unitIds: string[]; personIds?: string[]; version?: number },
  ) => person.do(threads.changeParticipants, { params: { threadId: thread.id }, body: { version: 1, ...body } });

  it('is read and written by people of invited units, by its convener and by those added by name', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const invited = await server.person('Rui Carvalho', { unit: 'Towers' });
    const added = await server.person('Hinemoa Parata', { unit: 'Oil' });
    const outsider = await server.person('Leila Haddad', { unit: 'Supplier Quality' });

    const page = await startAcrossUnits(convener, [await unit('Towers')], { personIds: [added.id] });

    for (const person of [convener, invited, added]) await say(person, page.thread.id, `So says ${person.name}.`);
    expect(await isHidden(outsider, page)).toBe(true);
    expect((await read(invited, page)).thread).toMatchObject({
      community: null,
      crossUnit: { convener: { id: convener.id }, people: [{ id: added.id }] },
    });
  });

  it('is for the units below an invited one, too', async () => {
    await putBelow('Nacelle Line 2', 'Nacelle Assembly');
    const convener = await server.person('Amara Okonkwo', { unit: 'Nacelle Assembly' });
    const below = await server.person('Kenji Morimoto', { unit: 'Nacelle Line 2' });
    const page = await startAcrossUnits(convener, [await unit('Nacelle Assembly')]);

    await say(below, page.thread.id, 'From the line.');

    expect((await read(below, page)).thread.can).toMatchObject({ post: true, invite: false });
  });

  it('lights up the strip when a unit first speaks, in the order of the first words', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const rui = await server.person('Rui Carvalho', { unit: 'Towers' });
    const priya = await server.person('Priya Raghunathan', { unit: 'Bogies' });
    const listener = await (await server.person('Fatima El Amrani', { unit: 'Foundations' })).connect();
    const names = ['Bogies', 'Foundations', 'Site Service North', 'Towers'];
    const page = await startAcrossUnits(convener, await Promise.all(names.map(unit)));
    await listener.ask(threads.watchThread, { threadId: page.thread.id });

    await say(rui, page.thread.id, 'Our rule on paper.');
    await say(rui, page.thread.id, 'And in practice.');
    await say(priya, page.thread.id, 'A red collar.');

    const first = await listener.hears(threads.messagePosted, ({ message }) => message.position === 2);
    const second = await listener.hears(threads.messagePosted, ({ message }) => message.position === 3);
    expect([first.heardUnitIds, second.heardUnitIds]).toEqual([[await unit('Towers')], []]);
    const { crossUnit } = (await read(listener, page)).thread;
    expect(crossUnit?.units.map(({ unit: { name }, firstSpokeAt }) => [name, firstSpokeAt !== null])).toEqual([
      ['Site Service North', true],
      ['Towers', true],
      ['Bogies', true],
      ['Foundations', false],
    ]);
    listener.disconnect();
  });

  it('moves in the lists of everybody it is for, and of nobody else', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const invited = await (await server.person('Rui Carvalho', { unit: 'Towers' })).connect();
    const outsider = await (await server.person('Leila Haddad', { unit: 'Supplier Quality' })).connect();
    const page = await startAcrossUnits(convener, [await unit('Towers')]);

    const moved = await invited.hears(threads.threadMoved, ({ thread }) => thread.id === page.thread.id);

    expect(moved).toMatchObject({ communityId: null, thread: { units: [{ name: 'Towers' }] } });
    const { threads: shown } = await invited.do(threads.listMyThreads, { query: { show: 'across-units' } });
    expect(shown.map(({ id }) => id)).toContain(page.thread.id);
    expect(outsider.received.join('')).not.toContain(page.thread.id);
    invited.disconnect();
    outsider.disconnect();
  });

  it('is lost at once by whoever moves to another unit, and found by whoever comes', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const mover = await (await server.person('Mehmet Yıldız', { unit: 'Towers' })).connect();
    const page = await startAcrossUnits(convener, [await unit('Towers')]);
    await mover.ask(threads.watchThread, { threadId: page.thread.id });

    await move(mover, 'Supplier Quality');
    await say(convener, page.thread.id, 'After the move.');

    await mover.hears(threads.threadLost, ({ threadId }) => threadId === page.thread.id);
    expect(await isHidden(mover, page)).toBe(true);
    expect(mover.received.join('')).not.toContain('After the move.');
    await move(mover, 'Towers');
    await say(convener, page.thread.id, 'Welcome back.');
    await mover.hears(threads.threadMoved, ({ thread }) => thread.lastExcerpt === 'Welcome back.');
    mover.disconnect();
  });

  it('follows the tree: a unit that moves away takes its people with it', async () => {
    await putBelow('Yaw Line', 'Nacelle Assembly');
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const below = await (await server.person('Sofía Quiroga', { unit: 'Yaw Line' })).connect();
    const page = await startAcrossUnits(convener, [await unit('Nacelle Assembly')]);
    await below.ask(threads.watchThread, { threadId: page.thread.id });

    await putBelow('Yaw Line', 'Supplier Quality');

    await below.hears(threads.threadLost, ({ threadId }) => threadId === page.thread.id);
    expect(await isHidden(below, page)).toBe(true);
    below.disconnect();
  });

  it('is for other units when its convener says so; those that stay keep their first word', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const stays = await server.person('Rui Carvalho', { unit: 'Towers' });
    const goes = await (await server.person('Priya Raghunathan', { unit: 'Bogies' })).connect();
    const comes = await server.person('Fatima El Amrani', { unit: 'Foundations' });
    const page = await startAcrossUnits(convener, [await unit('Towers'), await unit('Bogies')]);
    await say(stays, page.thread.id, 'First word.');
    await goes.ask(threads.watchThread, { threadId: page.thread.id });

    const changed = await change(convener, page, { unitIds: [await unit('Towers'), await unit('Foundations')] });

    expect(changed.crossUnit?.units.map(({ unit: { name }, firstSpokeAt }) => [name, firstSpokeAt !== null])).toEqual([
      ['Towers', true],
      ['Foundations', false],
    ]);
    await goes.hears(threads.threadLost, ({ threadId }) => threadId === page.thread.id);
    expect([await isHidden(goes, page), await isHidden(comes, page)]).toEqual([true, false]);
    goes.disconnect();
  });

  it('is changed by its convener alone, on the version they saw, and only to units and people that are there', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const invited = await server.person('Rui Carvalho', { unit: 'Towers' });
    const page = await startAcrossUnits(convener, [await unit('Towers')]);
    const ask = (body: object) => ({ params: { threadId: page.thread.id }, body: { version: 1, unitIds: [], personIds: [], ...body } });
    const [towers, bogies] = [await unit('Towers'), await unit('Bogies')];

    expect((await invited.refused(threads.changeParticipants, ask({ unitIds: [bogies] }))).code).toBe('thread.not-allowed');
    expect((await convener.refused(threads.changeParticipants, ask({ unitIds: [uuid()] }))).code).toBe('unit.not-found');
    expect((await convener.refused(threads.changeParticipants, ask({ unitIds: [towers], personIds: [uuid()] }))).code).toBe(
      'person.not-found',
    );
    expect((await convener.refused(threads.changeParticipants, ask({ unitIds: [bogies], version: 7 }))).code).toBe('version.stale');
  });

  it('is closed with a word for what it was', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const page = await startAcrossUnits(convener, [await unit('Towers')]);
    const close = (more: object) => ({ params: { threadId: page.thread.id }, body: { version: 1, isClosed: true, ...more } });

    expect((await convener.refused(threads.changeThread, close({}))).code).toBe('thread.needs-closing-tag');
    const closed = await convener.do(threads.changeThread, close({ closedAs: 'coordination' }));

    expect(closed).toMatchObject({ crossUnit: { closedAs: 'coordination' }, can: { post: false, reopen: true } });
    const reopened = await convener.do(threads.changeThread, {
      params: { threadId: page.thread.id },
      body: { version: 2, isClosed: false },
    });
    expect(reopened).toMatchObject({ closedAt: null, crossUnit: { closedAs: null } });
  });

  it('keeps pinned messages in sight until they are unpinned or deleted', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const invited = await (await server.person('Rui Carvalho', { unit: 'Towers' })).connect();
    const page = await startAcrossUnits(convener, [await unit('Towers')]);
    const [first, second] = [await say(invited, page.thread.id, 'Chalk mark.'), await say(invited, page.thread.id, 'Torque tag.')];
    await invited.ask(threads.watchThread, { threadId: page.thread.id });
    const pin = (id: string) => convener.do(threads.pinMessage, { params: { messageId: id } });

    await pin(first.id);
    await pin(first.id);
    const pinned = await pin(second.id);

    expect(pinned.pinned.map(({ excerpt }) => excerpt)).toEqual(['Chalk mark.', 'Torque tag.']);
    expect((await invited.refused(threads.pinMessage, { params: { messageId: first.id } })).code).toBe('thread.not-allowed');
    await invited.hears(threads.threadChanged, (changed) => changed.pinned.length === 2);
    await invited.do(threads.deleteMessage, { params: { messageId: first.id } });
    const left = await convener.do(threads.unpinMessage, { params: { messageId: second.id } });
    expect(left.pinned).toEqual([]);
    invited.disconnect();
  });

  it('mentions and completes only those who may read it', async () => {
    const convener = await server.person('Adwoa Mensah', { unit: 'Site Service North' });
    const invited = await server.person('Rui Zimmer', { unit: 'Towers' });
    const outsider = await server.person('Rui Outside', { unit: 'Supplier Quality' });
    const page = await startAcrossUnits(convener, [await unit('Towers')]);
    const mention = (person: TestPerson) => ({
      params: { threadId: page.thread.id },
      body: { clientId: uuid(), markdown: `[@x](person:${person.id})` },
    });

    const { people } = await convener.do(threads.suggestPeople, { params: { threadId: page.thread.id }, query: { q: 'rui', limit: 20 } });

    expect(people.map(({ id }) => id)).toContain(invited.id);
    expect(people.map(({ id }) => id)).not.toContain(outsider.id);
    expect((await convener.request(threads.postMessage, mention(outsider))).body).toMatchObject({ code: 'message.unknown-mention' });
    expect((await convener.request(threads.postMessage, mention(invited))).status).toBe(201);
  });
});
