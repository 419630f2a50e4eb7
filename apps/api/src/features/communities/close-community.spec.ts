import * as communities from '@landbridge/contract/communities';
import { deleteMessage, findThreads, getThread, openThread, postMessage } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, newClientId, say, startThread } from '../../testing/world.ts';

let server: TestServer;
let convener: TestPerson;
let member: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
  member = await server.person('Member Mensah', { unit: 'Towers' });
});
afterAll(() => server.stop());

const at = ({ id }: communities.CommunityView) => ({ params: { communityId: id } });
const message = () => ({ clientId: newClientId(), markdown: 'Late.' });
const mergeInto = (into: communities.CommunityView) => ({ body: { intoId: into.id } });

describe('close community', () => {
  it('keeps everything readable and findable, and takes nothing new', async () => {
    const community = await foundCommunity(convener);
    await bring(convener, member, community.id);
    const { thread } = await startThread(convener, community.id, { title: 'Grouting in frost' });

    const closed = await convener.do(communities.closeCommunity, at(community));

    expect(closed).toMatchObject({ can: { openThread: false, edit: false, reopen: true, leave: true } });
    expect(closed.closedAt).not.toBeNull();
    const inThread = { params: { threadId: thread.id } };
    expect((await member.do(getThread, inThread)).thread.can).toMatchObject({ read: true, post: false, close: false });
    expect((await member.do(findThreads, { query: { q: 'grouting in frost' } })).threads).toHaveLength(1);
    expect((await member.refused(postMessage, { ...inThread, body: message() })).code).toBe('community.ended');
    expect((await member.refused(openThread, { ...at(community), body: { ...message(), title: 'Late' } })).code).toBe('community.ended');
    const visitor = await server.person('Visitor Vogel');
    expect((await visitor.refused(communities.joinCommunity, at(community))).code).toBe('community.ended');
  });

  it('leaves authors the right to delete what they wrote', async () => {
    const community = await foundCommunity(convener);
    const { thread } = await startThread(convener, community.id);
    const { id } = await say(convener, thread.id, 'I would rather not have said that.');
    await convener.do(communities.closeCommunity, at(community));

    expect((await convener.request(deleteMessage, { params: { messageId: id } })).status).toBeLessThan(300);
  });

  it('is undone by a leader, and everything goes on', async () => {
    const community = await foundCommunity(convener);
    const { thread } = await startThread(convener, community.id);
    await convener.do(communities.closeCommunity, at(community));

    const opened = await convener.do(communities.reopenCommunity, at(community));

    expect(opened).toMatchObject({ closedAt: null, can: { openThread: true } });
    expect((await say(convener, thread.id, 'On we go.')).position).toBe(2);
  });
});

describe('merge community', () => {
  it('takes the members along, closes the one and points to the other', async () => {
    const [from, into] = [await foundCommunity(convener), await foundCommunity(convener)];
    await bring(convener, member, from.id, 'steward');
    const { thread } = await startThread(convener, from.id);

    const merged = await convener.do(communities.mergeCommunity, { ...at(from), ...mergeInto(into) });

    expect(merged).toMatchObject({ mergedInto: { id: into.id, name: into.name } });
    expect((await member.do(communities.getCommunity, at(into))).myRole).toBe('member');
    expect((await convener.do(communities.getCommunity, at(into))).myRole).toBe('convener');
    expect((await member.do(getThread, { params: { threadId: thread.id } })).thread.can).toMatchObject({ read: true, post: false });
  });

  it('needs a leader of both, or of one who is administrator', async () => {
    const other = await server.person('Other Okoye');
    const [from, into] = [await foundCommunity(convener), await foundCommunity(other)];
    const administrator = await server.person('Administrator Adams', { isAdministrator: true });
    const request = { ...at(from), ...mergeInto(into) };

    expect((await convener.refused(communities.mergeCommunity, request)).code).toBe('community.not-allowed');
    expect((await administrator.refused(communities.mergeCommunity, request)).code).toBe('community.not-allowed');
    await bring(convener, administrator, from.id, 'steward');
    expect((await administrator.do(communities.mergeCommunity, request)).mergedInto?.id).toBe(into.id);
  });

  it('does not lead from what others see into what they would not find', async () => {
    const [from, into] = [await foundCommunity(convener), await foundCommunity(convener, { visibility: 'private' })];

    const refusal = await convener.refused(communities.mergeCommunity, { ...at(from), ...mergeInto(into) });

    expect(refusal.code).toBe('community.would-hide');
  });

  it('tells nobody of a private community that it went into, who is not in it', async () => {
    const [from, into] = [
      await foundCommunity(convener, { visibility: 'private' }),
      await foundCommunity(convener, { visibility: 'private' }),
    ];
    await bring(convener, member, from.id);
    await convener.do(communities.mergeCommunity, { ...at(from), ...mergeInto(into) });
    await member.do(communities.leaveCommunity, at(into));

    expect((await member.do(communities.getCommunity, at(from))).mergedInto).toBeNull();
    const outsider = await server.person('Outsider Okoye');
    expect((await outsider.refused(communities.mergeCommunity, { ...at(from), ...mergeInto(into) })).code).toBe('community.not-found');
  });
});

describe('take a leadership role', () => {
  it('shows who carries it, until they lay it down or leave', async () => {
    const community = await foundCommunity(convener);
    await bring(convener, member, community.id);
    const role = (leadership: communities.LeadershipRole) => ({ params: { ...at(community).params, leadership } });

    await member.do(communities.takeLeadership, role('community-keeper'));
    const both = await member.do(communities.takeLeadership, role('critical-friend'));
    const one = await member.do(communities.layDownLeadership, role('critical-friend'));
    await member.do(communities.leaveCommunity, at(community));

    expect(both.carriers).toHaveLength(2);
    expect(one.carriers).toMatchObject([{ name: 'Member Mensah', leadership: 'community-keeper' }]);
    expect((await convener.do(communities.getCommunity, at(community))).carriers).toEqual([]);
  });
});
