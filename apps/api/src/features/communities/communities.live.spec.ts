import type { LiveEvent } from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import { bringBackPerson, deactivatePerson } from '@landbridge/contract/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveBrowser } from '../../testing/screens.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, eventsIn, foundCommunity, newClientId, say, startThread } from '../../testing/world.ts';

/** A community with a convener and a member, and their screens and a visitor's open. */
interface World {
  readonly convener: TestPerson;
  readonly member: TestPerson;
  readonly visitor: TestPerson;
  /** A member with no screen open, whose account an administrator may close. */
  readonly gone: TestPerson;
  readonly administrator: TestPerson;
  readonly community: communities.CommunityView;
  readonly threadId: Parameters<typeof say>[1];
  readonly browsers: readonly LiveBrowser[];
}

interface Case {
  readonly event: LiveEvent;
  readonly when: string;
  act(world: World): Promise<unknown>;
}

const { communityChanged, communityMembersChanged, membershipChanged, communitySeen } = communities;
const at = ({ community }: World) => ({ params: { communityId: community.id } });

const cases: readonly Case[] = [
  {
    event: communityChanged,
    when: 'the charter is edited',
    act: (world) =>
      world.convener.do(communities.editCommunity, {
        ...at(world),
        body: { version: 1, name: `${world.community.name} and nuts`, domain: 'Nuts.', people: 'Crews.', practice: 'Marks.' },
      }),
  },
  {
    event: communityChanged,
    when: 'stage and rhythm are told',
    act: async (world) => {
      const { version, name, domain, people, practice } = world.community;
      const details = { stage: 'maturing' as const, stageEvidence: 'We meet.', rhythm: 'Every second Thursday', languages: ['English'] };
      await world.convener.do(communities.editCommunity, { ...at(world), body: { version, name, domain, people, practice, ...details } });
    },
  },
  {
    event: communityChanged,
    when: 'it serves an imperative that gets another name and owner',
    act: async (world) => {
      const { version, name, domain, people, practice } = world.community;
      const { id } = await world.administrator.do(communities.nameImperative, { body: { clientId: newClientId(), name: 'Uptime' } });
      const body = { version, name, domain, people, practice, imperativeIds: [id] };
      await world.convener.do(communities.editCommunity, { ...at(world), body });
      await world.administrator.do(communities.changeImperative, {
        params: { imperativeId: id },
        body: { version: 1, name: 'Turbines that turn', ownerId: world.convener.id },
      });
    },
  },
  { event: communityChanged, when: 'it is closed', act: (world) => world.convener.do(communities.closeCommunity, at(world)) },
  {
    event: communityChanged,
    when: 'it is opened again',
    act: async (world) => {
      await world.convener.do(communities.closeCommunity, at(world));
      await world.convener.do(communities.reopenCommunity, at(world));
    },
  },
  {
    event: communityChanged,
    when: 'it goes into another one',
    act: async (world) => {
      const { id: intoId } = await foundCommunity(world.convener);
      await world.convener.do(communities.mergeCommunity, { ...at(world), body: { intoId } });
    },
  },
  {
    event: communityMembersChanged,
    when: 'a member takes a leadership role',
    act: (world) => world.member.do(communities.takeLeadership, { params: { ...at(world).params, leadership: 'community-keeper' } }),
  },
  {
    event: communityMembersChanged,
    when: 'a member leaves with their leadership role',
    act: async (world) => {
      await world.member.do(communities.takeLeadership, { params: { ...at(world).params, leadership: 'community-keeper' } });
      await world.member.do(communities.leaveCommunity, at(world));
    },
  },
  {
    event: communityMembersChanged,
    when: 'the account of a member is closed',
    act: (world) => world.administrator.do(deactivatePerson, { params: { personId: world.gone.id } }),
  },
  {
    event: communityMembersChanged,
    when: 'the account of a member is opened again',
    act: async (world) => {
      await world.administrator.do(deactivatePerson, { params: { personId: world.gone.id } });
      await world.administrator.do(bringBackPerson, { params: { personId: world.gone.id } });
    },
  },
  { event: communityMembersChanged, when: 'a visitor joins', act: (world) => world.visitor.do(communities.joinCommunity, at(world)) },
  {
    event: communityMembersChanged,
    when: 'a visitor posts, which joins',
    act: ({ visitor, threadId }) => say(visitor, threadId, 'New here, and I know this.'),
  },
  { event: membershipChanged, when: 'a member leaves', act: (world) => world.member.do(communities.leaveCommunity, at(world)) },
  {
    event: membershipChanged,
    when: 'a member becomes steward',
    act: ({ convener, member, community }) => bring(convener, member, community.id, 'steward'),
  },
  {
    event: membershipChanged,
    when: 'a member is removed',
    act: ({ convener, member, community }) =>
      convener.do(communities.removeMember, { params: { communityId: community.id, personId: member.id } }),
  },
  {
    event: communitySeen,
    when: 'a member has looked at what is new',
    act: async (world) => {
      await startThread(world.convener, world.community.id);
      await world.member.do(communities.seeCommunity, at(world));
    },
  },
];

describe('communities, live', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const makeWorld = async (): Promise<World> => {
    const convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
    const member = await server.person('Member Mensah', { unit: 'Towers' });
    const visitor = await server.person('Visitor Vogel', { unit: 'Foundations' });
    const gone = await server.person('Gone Gustafsson', { unit: 'Grid' });
    const administrator = await server.person('Administrator Adams', { isAdministrator: true });
    const community = await foundCommunity(convener);
    await bring(convener, member, community.id);
    await bring(convener, gone, community.id, 'steward');
    const { thread } = await startThread(convener, community.id);
    const browsers = [];
    for (const person of [convener, member, visitor])
      browsers.push(await LiveBrowser.open(person, { threadId: thread.id, communityId: community.id }));
    return { convener, member, visitor, gone, administrator, community, threadId: thread.id, browsers };
  };

  it.for(cases)('$event.name: the page and the dots equal a fresh look when $when', async ({ act, event }) => {
    const world = await makeWorld();

    await act(world);

    for (const browser of world.browsers) {
      const fresh = await browser.fresh();
      await expect.poll(() => browser.screens.community, { interval: 5, message: browser.person.name }).toEqual(fresh.community);
      // Who came or went asks for lists and figures anew: marks of a whole community are set at once then.
      if (browser.person.heard.some(({ name }) => name === membershipChanged.name)) continue;
      await expect.poll(() => browser.screens.unread.communitiesWithNews, { interval: 5 }).toEqual(fresh.unread.communitiesWithNews);
    }
    expect(world.browsers.some(({ person }) => person.heard.some(({ name }) => name === event.name))).toBe(true);
    for (const { person } of world.browsers) person.disconnect();
  });

  it('lights no dot for a visitor who only looks', async () => {
    const { convener, visitor, community, browsers } = await makeWorld();

    await startThread(convener, community.id);

    const [, , looking] = browsers;
    await expect.poll(() => looking?.screens.list.threads.length).toBe(2);
    expect(looking?.screens.unread.communitiesWithNews).toEqual([]);
    visitor.disconnect();
  });

  it('has a case for every event of communities', () => {
    const elsewhere = [communities.communityRequestChanged, communities.ownRequestChanged]; // requests.live.spec.ts
    const proved = new Set([...cases.map(({ event }) => event), ...elsewhere].map(({ name }) => name));

    expect(eventsIn(communities).filter((name) => !proved.has(name))).toEqual([]);
  });
});
