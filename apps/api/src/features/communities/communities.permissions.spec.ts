import * as communities from '@landbridge/contract/communities';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import { callRow, everybody, members, nobodyElse, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

const readers = { open: everybody(), private: members('community.not-found') };
const leaders = {
  open: nobodyElse(['steward', 'convener'], 'community.not-allowed'),
  private: nobodyElse(['steward', 'convener'], 'community.not-allowed', {
    outsider: 'community.not-found',
    administrator: 'community.not-found',
  }),
};
/** The convener of these places is the only one. */
const leavers = {
  open: everybody({ convener: 'community.last-convener' }),
  private: members('community.not-found', { convener: 'community.last-convener' }),
};

const inCommunity = ({ community }: Place) => ({ params: { communityId: community.id } });
const ofNewcomer = async ({ community, newcomer }: Place) => ({ params: { communityId: community.id, personId: (await newcomer()).id } });
const charter = { domain: 'Joints that hold.', people: 'Crews.', practice: 'Marks.' };

const table = [
  row(communities.listCommunities, everybody()),
  row(communities.createCommunity, everybody(), () => ({
    body: { clientId: newClientId(), name: `Lubrication ${uuid()}`, visibility: 'open' as const, ...charter },
  })),
  row(communities.getCommunity, readers, inCommunity),
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
