import * as library from '@landbridge/contract/library';
import { afterAll, beforeAll, describe } from 'vitest';
import { everybody, members, nobodyElse, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { keep, newClientId } from '../../testing/world.ts';

const belonging = ['member', 'steward', 'sponsor', 'convener'] as const;
const unseen = (missing: 'artifact.not-found' | 'community.not-found') => ({ outsider: missing, administrator: missing });

const readers = { open: everybody(), private: members('artifact.not-found') };

/** The member is the author; leaders of the home change it too. */
const writers = ['member', 'steward', 'convener'] as const;

const anArtifact = ({ people, community }: Place) => keep(people.member, [community.id]);
const about = async (place: Place) => ({ params: { artifactId: (await anArtifact(place)).id } });

const table = [
  row(library.listArtifacts, everybody()),
  row(
    library.keepArtifact,
    {
      open: nobodyElse(belonging, 'artifact.not-member'),
      private: nobodyElse(belonging, 'artifact.not-member', unseen('community.not-found')),
    },
    ({ community }) => ({ body: { clientId: newClientId(), title: 'Masking', markdown: 'Mask the seat.', communityIds: [community.id] } }),
  ),
  row(library.getArtifact, readers, about),
  row(
    library.editArtifact,
    {
      open: nobodyElse(writers, 'artifact.not-allowed'),
      private: nobodyElse(writers, 'artifact.not-allowed', unseen('artifact.not-found')),
    },
    async (place) => ({ ...(await about(place)), body: { version: 1, markdown: 'Mask a ring.' } }),
  ),
  row(library.listArtifactVersions, readers, about),
  row(library.getArtifactVersion, readers, async (place) => ({ params: { artifactId: (await anArtifact(place)).id, version: 1 } })),
];

describe('permissions in the library', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('the library', table, library, () => server);
});
