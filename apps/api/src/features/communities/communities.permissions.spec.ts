import { communityRequestId, imperativeId } from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import {
  administrators,
  callRow,
  everybody,
  members,
  nobodyElse,
  row,
  testPermissions,
  type Place,
} from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, newClientId } from '../../testing/world.ts';

const seers = { open: everybody(), closed: everybody(), private: members('community.not-found') };
const readers = { open: everybody(), closed: members('community.ask-first'), private: members('community.not-found') };
const leaders = {
  open: nobodyElse(['steward', 'convener'], 'community.not-allowed'),
  closed: nobodyElse(['steward', 'convener'], 'community.not-allowed', {
    outsider: 'community.ask-first',
    administrator: 'community.ask-first',
  }),
  private: nobodyElse(['steward', 'convener'], 'community.not-allowed', {
    outsider: 'community.not-found',
    administrator: 'community.not-found',
  }),
};
/** The convener of these places is the only one. */
const leavers = {
  open: everybody({ convener: 'community.last-convener' }),
  closed: members('community.ask-first', { convener: 'community.last-convener' }),
  private: members('community.not-found', { convener: 'community.last-convener' }),
};

const missingRequest = { steward: 'community.not-found', convener: 'community.not-found' } as const;
/** In open and private ones nobody asks, so there is nothing to decide. */
const deciders = {
  open: { ...leaders.open, ...missingRequest },
  closed: leaders.closed,
  private: { ...leaders.private, ...missingRequest },
};
/** The convener leads both. */
const onlyConvener = nobodyElse(['convener'], 'community.not-allowed');
const mergers = {
  open: onlyConvener,
  closed: { ...onlyConvener, outsider: 'community.ask-first', administrator: 'community.ask-first' } as const,
  private: nobodyElse(['convener'], 'community.not-found'),
};
/** Members volunteer; those who only look do not. */
const volunteers = {
  ...readers,
  open: everybody({ outsider: 'community.not-allowed', administrator: 'community.not-allowed' }),
};
/** In an open one there is nothing to ask for; a member has nothing left to ask for. */
const askers = {
  open: everybody({ outsider: 'community.not-allowed', administrator: 'community.not-allowed' }),
  closed: everybody(),
  private: members('community.not-found'),
};

const inCommunity = ({ community }: Place) => ({ params: { communityId: community.id } });
const ofNewcomer = async ({ community, newcomer }: Place) => ({ params: { communityId: community.id, personId: (await newcomer()).id } });
const inRole = (place: Place) => ({ params: { ...inCommunity(place).params, leadership: 'social-reporter' as const } });
/** Somebody asks anew; where nobody can, it is the request of nobody. */
const requestOf = async (place: Place) => {
  if (place.community.visibility !== 'closed') return communityRequestId.parse(uuid());
  const newcomer = await place.newcomer();
  await newcomer.do(communities.askToJoin, { ...inCommunity(place), body: { words: '' } });
  const { requests } = await place.people.convener.do(communities.listRequests, { ...inCommunity(place), query: { limit: 100 } });
  return requests.find(({ person }) => person.id === newcomer.id)?.id ?? communityRequestId.parse(uuid());
};
const charter = { domain: 'Joints that hold.', people: 'Crews.', practice: 'Marks.' };

/** One more of the organisation's imperatives. */
const newImperative = async ({ people }: Place) => {
  const { id } = await people.administrator.do(communities.nameImperative, { body: { clientId: newClientId(), name: `Uptime ${uuid()}` } });
  return { params: { imperativeId: imperativeId.parse(id) } };
};

const table = [
  row(communities.listCommunities, everybody()),
  row(communities.createCommunity, everybody(), () => ({
    body: { clientId: newClientId(), name: `Lubrication ${uuid()}`, visibility: 'open' as const, ...charter },
  })),
  row(communities.getCommunity, seers, inCommunity),
  row(communities.editCommunity, leaders, async (place) => {
    const { name, version } = await place.people.convener.do(communities.getCommunity, inCommunity(place));
    return { ...inCommunity(place), body: { version, name, ...charter, practice: uuid() } };
  }),
  row(communities.joinCommunity, readers, inCommunity),
  row(communities.leaveCommunity, leavers, inCommunity),
  row(communities.listMembers, readers, inCommunity),
  row(communities.appointMember, leaders, async (place) => ({ ...(await ofNewcomer(place)), body: { role: 'member' as const } })),
  row(communities.removeMember, leaders, ofNewcomer),
  row(communities.seeCommunity, readers, inCommunity),
  row(communities.askToJoin, askers, (place) => ({ ...inCommunity(place), body: { words: 'I tighten, too.' } })),
  row(communities.withdrawRequest, seers, inCommunity),
  row(communities.listRequests, leaders, inCommunity),
  row(communities.decideRequest, deciders, async (place) => ({
    params: { ...inCommunity(place).params, requestId: await requestOf(place) },
    body: { decision: 'declined' as const },
  })),
  row(communities.takeLeadership, volunteers, inRole),
  row(communities.layDownLeadership, readers, inRole),
  row(communities.closeCommunity, leaders, async (place) => {
    await place.people.convener.do(communities.reopenCommunity, inCommunity(place));
    return inCommunity(place);
  }),
  row(communities.reopenCommunity, leaders, inCommunity),
  row(communities.mergeCommunity, mergers, async (place) => {
    await place.people.convener.do(communities.reopenCommunity, inCommunity(place));
    const { id: intoId } = await foundCommunity(place.people.convener, { visibility: place.community.visibility });
    return { ...inCommunity(place), body: { intoId } };
  }),
  row(communities.listImperatives, everybody()),
  row(communities.getImperative, everybody(), newImperative),
  row(communities.nameImperative, administrators, () => ({ body: { clientId: newClientId(), name: `Uptime ${uuid()}` } })),
  row(communities.changeImperative, administrators, async (place) => ({
    ...(await newImperative(place)),
    body: { version: 1, name: `Yield ${uuid()}`, ownerId: null },
  })),
  row(communities.closeImperative, administrators, newImperative),
  row(communities.reopenImperative, administrators, newImperative),
  callRow(communities.watchCommunity, readers, ({ community }) => ({ communityId: community.id })),
];

describe('permissions in communities', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('communities', table, communities, () => server);
});
