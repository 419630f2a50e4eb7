import { readdirSync, readFileSync } from 'node:fs';
import { milestoneId, unitId, type PersonId } from '@landbridge/contract';
import { joinCommunity, leaveCommunity, takeLeadership } from '@landbridge/contract/communities';
import { editProfile, getOwnProfile, getPerson, listPeople, showMilestone, type OwnProfile } from '@landbridge/contract/people';
import { deleteMessage, listWritings } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedStatements } from '../../platform/database/query.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, say, startAcrossUnits, startThread } from '../../testing/world.ts';

let server: TestServer;
let viewer: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  viewer = await server.person('Viewer Vogel', { unit: 'Foundations' });
});
afterAll(() => server.stop());

const of = ({ id }: { id: PersonId }) => ({ params: { personId: id } });
const texts = {
  title: 'Fitter',
  place: 'Aalvik',
  languages: ['English', 'Igbo'],
  topics: ['preload', 'tensioners'],
  about: '',
  worlds: '',
};
const describeOneself = (person: TestPerson, change: Partial<OwnProfile> = {}) =>
  person.do(editProfile, { body: { version: 1, ...texts, ...change } });

describe('profile', () => {
  it('is written by its subject, with Markdown rendered and nothing unsafe in it', async () => {
    const amara = await server.person('Amara Okonkwo');
    const about = 'I fit **nacelles**.\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1)) # no heading\n\n- https://norrgard.example';

    await describeOneself(amara, { about });

    const profile = await viewer.do(getPerson, of(amara));
    expect(profile).toMatchObject({ title: 'Fitter', place: 'Aalvik', languages: ['English', 'Igbo'], topics: ['preload', 'tensioners'] });
    expect(profile.aboutHtml).toContain('<strong>nacelles</strong>');
    expect(profile.aboutHtml).toContain('<li><a href="https://norrgard.example"');
    expect(profile.aboutHtml).not.toMatch(/<img|<h1|href="javascript/);
    expect(profile.can.edit).toBe(false);
    expect((await amara.do(getPerson, of(amara))).can.edit).toBe(true);
  });

  it('that was imported is rendered when it is read', async () => {
    const imported = await server.person('Imported Ito');
    await server.database.pool.query(`update people set about = 'I *weld*.' where id = $1`, [imported.id]);

    expect((await viewer.do(getPerson, of(imported))).aboutHtml).toBe('<p>I <em>weld</em>.</p>\n');
  });

  it('is guarded by its version: the second tab is told and sees what is stored', async () => {
    const amara = await server.person('Amara Okonkwo');
    await describeOneself(amara, { about: 'First.' });

    const refusal = await amara.refused(editProfile, { body: { version: 1, ...texts, about: 'Second.' } });

    expect(refusal).toMatchObject({ status: 409, code: 'version.stale', current: { version: 2, about: 'First.' } });
  });

  it('shows communities in which both read, and of closed ones only who leads them', async () => {
    const leader = await server.person('Leader Lund');
    const member = await server.person('Member Mensah');
    const [open, closed, secret] = [
      await foundCommunity(leader, { name: 'Open joints' }),
      await foundCommunity(leader, { name: 'Closed joints', visibility: 'closed' }),
      await foundCommunity(leader, { name: 'Secret joints', visibility: 'private' }),
    ];
    for (const { id } of [open, closed, secret]) await bring(leader, member, id);
    await member.do(takeLeadership, { params: { communityId: open.id, leadership: 'critical-friend' } });
    await leader.do(takeLeadership, { params: { communityId: closed.id, leadership: 'critical-friend' } });
    const seen = async (by: TestPerson, whom: TestPerson) =>
      (await by.do(getPerson, of(whom))).communities.map(({ name, role, leadership }) => [name, role, ...leadership]);

    expect(await seen(viewer, member)).toEqual([['Open joints', 'member', 'critical-friend']]);
    expect(await seen(viewer, leader)).toEqual([
      ['Closed joints', 'convener'],
      ['Open joints', 'convener'],
    ]);
    expect(await seen(member, leader)).toEqual([
      ['Closed joints', 'convener', 'critical-friend'],
      ['Open joints', 'convener'],
      ['Secret joints', 'convener'],
    ]);
  });
});

describe('profile as others see it', () => {
  it('shows its subject what somebody sees who belongs to nothing of theirs', async () => {
    const leader = await server.person('Leader Lund');
    const amara = await server.person('Amara Okonkwo');
    const [open, secret] = [
      await foundCommunity(leader, { name: 'Seen joints' }),
      await foundCommunity(leader, { name: 'Unseen joints', visibility: 'private' }),
    ];
    await amara.do(joinCommunity, { params: { communityId: open.id } });
    await bring(leader, amara, secret.id);
    const [joined] = (await amara.do(getPerson, of(amara))).milestones;
    await amara.do(showMilestone, { params: { milestoneId: milestoneId.parse(joined?.id) }, body: { isPrivate: true } });

    const asOthers = await amara.do(getPerson, { ...of(amara), query: { as: 'others' } });

    expect(asOthers).toEqual(await viewer.do(getPerson, of(amara)));
    expect(asOthers).toMatchObject({ milestones: [], communities: [{ name: 'Seen joints' }], can: { edit: false } });
  });
});

describe('the worlds somebody has moved between', () => {
  it('are read and edited by their subject alone', async () => {
    const amara = await server.person('Amara Okonkwo');
    const administrator = await server.person('Administrator Adams', { isAdministrator: true });
    await describeOneself(amara, { worlds: 'Lagos, then a shipyard.' });

    expect((await amara.do(getOwnProfile)).worlds).toBe('Lagos, then a shipyard.');
    for (const person of [viewer, administrator, amara])
      expect(JSON.stringify(await person.do(getPerson, of(amara)))).not.toContain('shipyard');
    expect((await administrator.do(getOwnProfile)).worlds).toBe('');
  });

  it('are named by one statement and one entity, and by nothing else', () => {
    const statements = [...namedStatements()].filter(([, text]) => text.includes('person_worlds')).map(([name]) => name);
    const root = new URL('../..', import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && readFileSync(new URL(file, root), 'utf8').includes('person_worlds'),
    );

    expect(statements).toEqual(['people.own-worlds']);
    expect(files.map((file) => file.split('/').at(-1)).toSorted()).toEqual([
      '20261126081000-profiles-and-communities.ts',
      'person-worlds.entity.ts',
      'profile.queries.ts',
    ]);
  });
});

describe('milestones', () => {
  it('begin with the first open community that somebody joins, once', async () => {
    const convener = await server.person('Convener Carvalho');
    const rui = await server.person('Rui Carvalho');
    const secret = await foundCommunity(convener, { visibility: 'private' });
    const [first, second] = [await foundCommunity(convener, { name: 'Tower flanges' }), await foundCommunity(convener)];
    await bring(convener, rui, secret.id);
    for (const { id } of [first, second]) await rui.do(joinCommunity, { params: { communityId: id } });
    await rui.do(leaveCommunity, { params: { communityId: first.id } });
    await rui.do(joinCommunity, { params: { communityId: first.id } });

    const { milestones } = await viewer.do(getPerson, of(rui));

    expect(milestones).toMatchObject([{ kind: 'joined', title: 'Tower flanges', link: `/communities/${first.id}`, isPrivate: false }]);
  });

  it('tell of a thread across units to those who may read it', async () => {
    const convener = await server.person('Convener Carvalho');
    const towers = unitId.parse(await server.unit('Towers'));
    const invited = await server.person('Invited Ito', { unit: 'Towers' });
    await startAcrossUnits(convener, [towers], { title: 'Who signs the log?' });
    const titles = async (person: TestPerson) => (await person.do(getPerson, of(convener))).milestones.map(({ title }) => title);

    expect(await titles(convener)).toEqual(['Who signs the log?']);
    expect(await titles(invited)).toEqual(['Who signs the log?']);
    expect(await titles(viewer)).toEqual([]);
  });

  it('are shown or kept by their subject, and by nobody else', async () => {
    const rui = await server.person('Rui Carvalho');
    await foundCommunity(rui);
    const [first] = (await rui.do(getPerson, of(rui))).milestones;
    const keep = { params: { milestoneId: milestoneId.parse(first?.id) }, body: { isPrivate: true } };

    expect((await viewer.refused(showMilestone, keep)).code).toBe('milestone.not-found');
    await rui.do(showMilestone, keep);

    expect((await viewer.do(getPerson, of(rui))).milestones).toEqual([]);
    expect((await rui.do(getPerson, of(rui))).milestones).toMatchObject([{ isPrivate: true }]);
  });
});

describe('people by what they know', () => {
  const find = async (person: TestPerson, q: string) => (await person.do(listPeople, { query: { q, by: 'knowledge' } })).people;

  it('are found by topic, title and what they say of themselves, with the reason', async () => {
    const amara = await server.person('Amara Okonkwo');
    await describeOneself(amara, { topics: ['hydraulic mandrels'], title: 'Nacelle fitter', about: 'Ask me why grout cracks.' });

    expect(await find(viewer, 'Mandrel')).toMatchObject([{ id: amara.id, reasons: [{ kind: 'topic', words: 'hydraulic mandrels' }] }]);
    expect(await find(viewer, 'nacelle fit')).toMatchObject([{ id: amara.id, reasons: [{ kind: 'title' }] }]);
    expect(await find(viewer, 'grout cracks')).toMatchObject([{ id: amara.id, reasons: [{ kind: 'about' }] }]);
    expect((await find(viewer, 'okonkwo')).map(({ reasons }) => reasons)).toContainEqual([]);
  });

  it('are found by what they wrote where the searcher may read it, and nowhere else', async () => {
    const convener = await server.person('Convener Carvalho');
    const writer = await server.person('Writer Wu');
    const open = await foundCommunity(convener);
    const closed = await foundCommunity(convener, { visibility: 'closed' });
    for (const { id } of [open, closed]) await bring(convener, writer, id);
    const inOpen = await startThread(convener, open.id, { title: 'Cold weather' });
    const inClosed = await startThread(convener, closed.id, { title: 'Audit of June' });
    await say(writer, inOpen.thread.id, 'The galvanometer drifts in the cold.');
    await say(writer, inClosed.thread.id, 'Their spectrometer was never calibrated.');

    expect(await find(viewer, 'galvanometer dri')).toMatchObject([{ id: writer.id, reasons: [{ kind: 'wrote', title: 'Cold weather' }] }]);
    expect(await find(viewer, 'spectrometer')).toEqual([]);
    expect(await find(convener, 'spectrometer')).toMatchObject([{ id: writer.id, reasons: [{ title: 'Audit of June' }] }]);
  });

  it('are not found by what they deleted, nor once their account is closed', async () => {
    const community = await foundCommunity(viewer);
    const writer = await server.person('Writer Wu');
    const { thread } = await startThread(viewer, community.id);
    const { id } = await say(writer, thread.id, 'The altimeter drifts.');
    expect(await find(viewer, 'altimeter')).toHaveLength(1);

    await writer.do(deleteMessage, { params: { messageId: id } });
    expect(await find(viewer, 'altimeter')).toEqual([]);
    await say(writer, thread.id, 'The tachometer drifts.');
    await server.deactivate(writer);
    expect(await find(viewer, 'tachometer')).toEqual([]);
  });

  it('come by name, page after page, and signs in the words are only signs', async () => {
    for (const name of ['Zoe Zeman', 'Bo Berg', 'Mia Moser'])
      await describeOneself(await server.person(name), { topics: ['100% cotton_gloves'] });
    const query = { q: '100% cotton_', by: 'knowledge' as const, limit: 2 };

    const first = await viewer.do(listPeople, { query });
    const second = await viewer.do(listPeople, { query: { ...query, cursor: first.nextCursor ?? '' } });

    expect([...first.people, ...second.people].map(({ name }) => name)).toEqual(['Bo Berg', 'Mia Moser', 'Zoe Zeman']);
    expect(await find(viewer, "!!! & | ' :* ()")).toEqual([]);
  });
});

describe('what somebody wrote', () => {
  it('lists the threads that the viewer may read, the last first', async () => {
    const writer = await server.person('Writer Wu');
    const [open, secret] = [await foundCommunity(writer), await foundCommunity(writer, { visibility: 'private' })];
    await startThread(writer, open.id, { title: 'First' });
    await startThread(writer, secret.id, { title: 'Hidden' });
    await startThread(writer, open.id, { title: 'Second' });
    const titles = async (person: TestPerson) => (await person.do(listWritings, of(writer))).writings.map(({ title }) => title);

    expect(await titles(viewer)).toEqual(['Second', 'First']);
    expect(await titles(writer)).toEqual(['Second', 'Hidden', 'First']);
    const page = await viewer.do(listWritings, { ...of(writer), query: { limit: 1 } });
    const next = await viewer.do(listWritings, { ...of(writer), query: { limit: 1, cursor: page.nextCursor ?? '' } });
    expect(next.writings.map(({ title }) => title)).toEqual(['First']);
  });
});
