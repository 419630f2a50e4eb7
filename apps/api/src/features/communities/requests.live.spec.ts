import { communityRequestId } from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import { findThreads, listThreads, getThread, threadLost, threadMoved, watchThread } from '@landbridge/contract/threads';
import { applyCommunityEvent, applyRequestToList } from '@landbridge/domain/communities';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, say, startThread } from '../../testing/world.ts';

const { communityRequestChanged, ownRequestChanged } = communities;

/** A closed community with its convener and somebody outside, both connected. */
interface World {
  readonly convener: TestPerson;
  readonly asker: TestPerson;
  readonly community: communities.CommunityView;
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const makeWorld = async (): Promise<World> => {
  const convener = await (await server.person('Convener Carvalho', { unit: 'Bogies' })).connect();
  const asker = await (await server.person('Asker Asante', { unit: 'Towers' })).connect();
  return { convener, asker, community: await foundCommunity(convener, { visibility: 'closed' }) };
};

const at = ({ community }: World) => ({ params: { communityId: community.id } });
const ask = (world: World, words = 'I tighten, too.') => world.asker.do(communities.askToJoin, { ...at(world), body: { words } });
const waiting = async (world: World) => (await world.convener.do(communities.listRequests, at(world))).requests;
const decide = async (world: World, decision: 'approved' | 'declined', reply = '') => {
  const [request] = await waiting(world);
  const requestId = communityRequestId.parse(request?.id);
  return world.convener.do(communities.decideRequest, { params: { ...at(world).params, requestId }, body: { decision, reply } });
};

const heardRequests = ({ convener }: World) =>
  convener.heard
    .filter(({ name }) => name === communityRequestChanged.name)
    .map(({ payload }) => communityRequestChanged.payload.parse(payload));
const heardOwn = ({ asker }: World) =>
  asker.heard.filter(({ name }) => name === ownRequestChanged.name).map(({ payload }) => ownRequestChanged.payload.parse(payload));

describe('a request to join, live', () => {
  it.for([
    { when: 'somebody asks', act: ask },
    {
      when: 'they find better words',
      act: async (world: World) => {
        await ask(world);
        await ask(world, 'I have tightened for twelve years.');
      },
    },
    {
      when: 'they take it back',
      act: async (world: World) => {
        await ask(world);
        await world.asker.do(communities.withdrawRequest, at(world));
      },
    },
    {
      when: 'it is declined',
      act: async (world: World) => {
        await ask(world);
        await decide(world, 'declined', 'After the audit, gladly.');
      },
    },
  ])('is for leaders and for whoever asked what a fresh look shows, when $when', async ({ act }) => {
    const world = await makeWorld();
    const opened = await world.asker.do(communities.getCommunity, at(world));

    await act(world);

    const [list, page] = [await waiting(world), await world.asker.do(communities.getCommunity, at(world))];
    await expect.poll(() => heardRequests(world).reduce(applyRequestToList, []), { interval: 5 }).toEqual(list);
    await expect
      .poll(() => heardOwn(world).reduce((view, payload) => applyCommunityEvent(view, { name: ownRequestChanged.name, payload }), opened), {
        interval: 5,
      })
      .toEqual(page);
    expect(heardOwn(world)).not.toEqual([]);
  });

  it('makes a member of whoever is let in, who reads from that moment on', async () => {
    const world = await makeWorld();
    const { thread } = await startThread(world.convener, world.community.id, { title: 'Flange gauges' });
    await ask(world);

    await decide(world, 'approved');

    await world.asker.hears(communities.membershipChanged, ({ role }) => role === 'member');
    await world.asker.hears(ownRequestChanged, ({ request }) => request === null);
    expect((await world.asker.do(getThread, { params: { threadId: thread.id } })).thread.can.post).toBe(true);
    expect(await waiting(world)).toEqual([]);
    await startThread(world.convener, world.community.id, { title: 'Second' });
    await world.asker.hears(threadMoved, (moved) => moved.thread.title === 'Second');
  });

  it('is over when a leader brings the person in', async () => {
    const world = await makeWorld();
    await ask(world);

    await bring(world.convener, world.asker, world.community.id);

    expect(await waiting(world)).toEqual([]);
    await world.asker.hears(ownRequestChanged, ({ request }) => request === null);
  });

  it('is answered once: the second leader is told', async () => {
    const world = await makeWorld();
    await ask(world);
    const [request] = await waiting(world);
    await decide(world, 'declined', 'Not yet.');

    const refusal = await world.convener.refused(communities.decideRequest, {
      params: { ...at(world).params, requestId: communityRequestId.parse(request?.id) },
      body: { decision: 'approved', reply: '' },
    });

    expect(refusal.code).toBe('community.request-decided');
  });

  it('may be made again after it was declined', async () => {
    const world = await makeWorld();
    await ask(world);
    await decide(world, 'declined', 'Not yet.');

    expect((await ask(world, 'And now?')).myRequest).toMatchObject({ words: 'And now?', isDeclined: false });
  });
});

describe('a closed community', () => {
  it('shows outsiders its charter, leaders and number of members, and nothing that is said or who else is there', async () => {
    const world = await makeWorld();
    const sponsor = await server.person('Sponsor Sato', { unit: 'Foundations' });
    const keeper = await server.person('Keeper Kone', { unit: 'Towers' });
    await bring(world.convener, sponsor, world.community.id, 'sponsor');
    await bring(world.convener, keeper, world.community.id);
    await keeper.do(communities.takeLeadership, { params: { ...at(world).params, leadership: 'community-keeper' } });
    await startThread(world.convener, world.community.id, { title: 'Flange gauges' });

    const page = await world.asker.do(communities.getCommunity, at(world));

    expect(page).toMatchObject({
      domain: 'Joints that hold.',
      memberCount: 3,
      unitCount: null,
      carriers: [],
      can: { read: false, ask: true },
    });
    expect(page.leaders.map(({ name }) => name)).toEqual(['Convener Carvalho']);
    expect((await world.asker.do(findThreads, { query: { q: 'flange gauges' } })).threads).toEqual([]);
    expect((await world.asker.refused(listThreads, at(world))).code).toBe('community.ask-first');
    expect((await world.asker.refused(communities.joinCommunity, at(world))).code).toBe('community.ask-first');
  });

  it('is in the list of all communities, and not among those that one reads', async () => {
    const { asker, community } = await makeWorld();
    const ids = async (show: 'all' | 'readable') =>
      (await asker.do(communities.listCommunities, { query: { show, q: community.name } })).communities.map(({ id }) => id);

    expect(await ids('all')).toEqual([community.id]);
    expect(await ids('readable')).toEqual([]);
  });

  it('is lost at once by whoever leaves, sockets too, and its charter stays', async () => {
    const world = await makeWorld();
    const { thread } = await startThread(world.convener, world.community.id);
    await bring(world.convener, world.asker, world.community.id);
    await world.asker.ask(watchThread, { threadId: thread.id });

    await world.asker.do(communities.leaveCommunity, at(world));
    await say(world.convener, thread.id, 'You do not hear that.');

    await world.asker.hears(threadLost);
    expect((await world.asker.refused(getThread, { params: { threadId: thread.id } })).code).toBe('thread.not-found');
    expect((await world.asker.do(communities.getCommunity, at(world))).can).toMatchObject({ see: true, read: false, ask: true });
    expect(JSON.stringify(world.asker.heard)).not.toContain('You do not hear that.');
  });

  it('takes its name, as an open one does', async () => {
    const { asker, community } = await makeWorld();

    const refusal = await asker.refused(communities.createCommunity, {
      body: {
        clientId: '0198f4b2-0000-4000-8000-000000000017',
        name: community.name,
        visibility: 'open',
        domain: '',
        people: '',
        practice: '',
      },
    });

    expect(refusal.code).toBe('community.name-taken');
  });
});
