import * as communities from '@landbridge/contract/communities';
import { bringBackPerson, deactivatePerson } from '@landbridge/contract/people';
import {
  findThreads,
  getThread,
  getUnread,
  listThreads,
  messagePosted,
  threadLost,
  threadMoved,
  watchThread,
} from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, follow, foundCommunity, say, startThread } from '../../testing/world.ts';

describe('membership', () => {
  let server: TestServer;
  let convener: TestPerson;
  let other: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
    other = await server.person('Other Okoye', { unit: 'Towers' });
  });
  afterAll(() => server.stop());

  const at = ({ id }: communities.CommunityView) => ({ params: { communityId: id } });
  const leave = (person: TestPerson, community: communities.CommunityView) => person.request(communities.leaveCommunity, at(community));

  it('begins for whoever joins an open community, and counts their unit', async () => {
    const community = await foundCommunity(convener);

    const joined = await other.do(communities.joinCommunity, at(community));

    expect(joined).toMatchObject({ myRole: 'member', memberCount: 2, unitCount: 2, can: { leave: true, join: false } });
  });

  it('is kept while an account is closed, and shows neither in the list nor in counts', async () => {
    const community = await foundCommunity(convener);
    const rui = await server.person('Rui Carvalho', { unit: 'Grid' });
    const administrator = await server.person('Administrator Adams', { isAdministrator: true });
    const account = { params: { personId: rui.id } };
    await rui.do(communities.joinCommunity, at(community));
    const shown = async () => {
      const { members } = await convener.do(communities.listMembers, at(community));
      const { memberCount, unitCount } = await convener.do(communities.getCommunity, at(community));
      return { names: members.map(({ name }) => name), memberCount, unitCount };
    };

    await administrator.do(deactivatePerson, account);
    expect(await shown()).toEqual({ names: ['Convener Carvalho'], memberCount: 1, unitCount: 1 });

    await administrator.do(bringBackPerson, account);
    expect(await shown()).toEqual({ names: ['Convener Carvalho', 'Rui Carvalho'], memberCount: 2, unitCount: 2 });
  });

  it('is heard by every browser from the moment it connects', async () => {
    const community = await foundCommunity(convener);
    await other.do(communities.joinCommunity, at(community));
    const browser = await (await server.again(other)).connect();

    const { thread } = await startThread(convener, community.id);

    const moved = await browser.hears(threadMoved, (heard) => heard.thread.id === thread.id);
    expect(moved.thread.title).toBe(thread.title);
    browser.disconnect();
  });

  it('starts at the end of everything that was said before', async () => {
    const community = await foundCommunity(convener);
    const { thread } = await startThread(convener, community.id);
    await say(convener, thread.id, 'Long ago.');

    await other.do(communities.joinCommunity, at(community));

    const { threads } = await other.do(listThreads, at(community));
    expect(threads[0]).toMatchObject({ lastPosition: 2, readState: { readPosition: 2 } });
    expect((await other.do(getUnread)).communitiesWithNews).not.toContain(community.id);
  });

  it('starts at the end again for whoever comes back, who still follows what they followed', async () => {
    const community = await foundCommunity(convener);
    const { thread } = await startThread(convener, community.id);
    await other.do(communities.joinCommunity, at(community));
    await follow(other, thread.id, 'following');
    await leave(other, community);
    await say(convener, thread.id, 'While they were away.');

    await other.do(communities.joinCommunity, at(community));

    const { threads } = await other.do(listThreads, at(community));
    expect(threads[0]?.readState).toMatchObject({ readPosition: 2, follows: 'following' });
  });

  it('is kept by the last convener until there is another', async () => {
    const community = await foundCommunity(convener);
    await bring(convener, other, community.id, 'steward');

    expect((await leave(convener, community)).body).toMatchObject({ code: 'community.last-convener' });
    const demotion = { params: { communityId: community.id, personId: convener.id }, body: { role: 'member' as const } };
    expect((await convener.refused(communities.appointMember, demotion)).code).toBe('community.last-convener');
    await bring(convener, other, community.id, 'convener');
    expect((await leave(convener, community)).status).toBe(204);
  });

  it('is kept by one of two conveners who leave at once', async () => {
    const community = await foundCommunity(convener);
    await bring(convener, other, community.id, 'convener');

    const answers = await Promise.all([leave(convener, community), leave(other, community)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  });

  it('can be left by a member of a community whose conveners are all gone', async () => {
    const gone = await server.person('Convener Dahl');
    const community = await foundCommunity(gone);
    await other.do(communities.joinCommunity, at(community));
    await server.deactivate(gone);

    expect((await leave(other, community)).status).toBe(204);
  });

  it('of somebody who was deactivated leads nobody to them: neither as a leader nor in a role', async () => {
    const gone = await server.person('Gone Gustafsson');
    const community = await foundCommunity(convener);
    await bring(convener, gone, community.id, 'convener');
    await gone.do(communities.takeLeadership, { params: { communityId: community.id, leadership: 'community-keeper' } });

    await server.deactivate(gone);

    const page = await convener.do(communities.getCommunity, at(community));
    expect(page.leaders.map(({ name }) => name)).toEqual(['Convener Carvalho']);
    expect(page.carriers).toEqual([]);
  });

  it('is not given to somebody who was deactivated', async () => {
    const gone = await server.person('Gone Gustafsson');
    const community = await foundCommunity(convener);
    await server.deactivate(gone);

    const refusal = await convener.refused(communities.appointMember, {
      params: { communityId: community.id, personId: gone.id },
      body: { role: 'member' },
    });

    expect(refusal.code).toBe('person.not-found');
  });

  it('gives sight of a private community at once, and its loss takes it at once, sockets too', async () => {
    const community = await foundCommunity(convener, { visibility: 'private' });
    const { thread } = await startThread(convener, community.id, { title: 'Flange gauges' });
    const member = await (await server.person('Member Mensah')).connect();
    await bring(convener, member, community.id);
    await member.hears(communities.membershipChanged, ({ role }) => role === 'member');
    await member.ask(watchThread, { threadId: thread.id });
    await say(convener, thread.id, 'You hear this.');
    await member.hears(messagePosted);

    await convener.do(communities.removeMember, { params: { communityId: community.id, personId: member.id } });
    await say(convener, thread.id, 'You do not hear that.');

    await member.hears(threadLost);
    expect((await member.refused(getThread, { params: { threadId: thread.id } })).code).toBe('thread.not-found');
    expect((await member.refused(communities.getCommunity, at(community))).code).toBe('community.not-found');
    expect((await member.do(findThreads, { query: { q: 'flange gauges' } })).threads).toEqual([]);
    expect((await member.ask(watchThread, { threadId: thread.id })).problem?.code).toBe('thread.not-found');
    expect(JSON.stringify(member.heard)).not.toContain('You do not hear that.');
    member.disconnect();
  });

  it('of a private community is told by a name that open ones may have too', async () => {
    const name = `Gears of their own`;
    await foundCommunity(convener, { name, visibility: 'private' });

    expect((await foundCommunity(other, { name })).name).toBe(name);
    const body = {
      clientId: '0198f4b2-0000-4000-8000-000000000009',
      name,
      visibility: 'open' as const,
      domain: '',
      people: '',
      practice: '',
    };
    expect((await convener.refused(communities.createCommunity, { body })).code).toBe('community.name-taken');
  });

  it('of a charter is guarded by its version: the second is told and sees what is stored', async () => {
    const stored = await foundCommunity(convener);
    const edit = (domain: string) => ({ ...at(stored), body: { version: 1, name: stored.name, domain, people: '', practice: '' } });
    await convener.do(communities.editCommunity, edit('First.'));

    const refusal = await convener.refused(communities.editCommunity, edit('Second.'));

    expect(refusal).toMatchObject({ status: 409, code: 'version.stale', current: { version: 2, domain: 'First.' } });
  });
});
