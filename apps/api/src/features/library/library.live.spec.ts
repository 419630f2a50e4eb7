import { watchCommunity } from '@landbridge/contract/communities';
import * as library from '@landbridge/contract/library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, eventsIn, foundCommunity, keep } from '../../testing/world.ts';

describe('the library, live', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('tells the readers of every home, former ones too, to look again, and nothing else', async () => {
    const author = await server.person('Priya Raghunathan');
    const member = await (await server.person('Rui Carvalho')).connect();
    const visitor = await (await server.person('Visitor Vogel')).connect();
    const [open, hidden] = [await foundCommunity(author), await foundCommunity(author, { visibility: 'private' })];
    await bring(author, member, hidden.id);
    await visitor.ask(watchCommunity, { communityId: open.id });

    const { id: artifactId } = await keep(author, [open.id, hidden.id], { title: 'Masking' });
    await author.do(library.editArtifact, { params: { artifactId }, body: { version: 1, communityIds: [hidden.id] } });

    for (const person of [member, visitor]) await person.hears(library.artifactChanged, ({ version }) => version === 2);
    const payloads = visitor.heard.filter(({ name }) => name === library.artifactChanged.name).map(({ payload }) => payload);
    expect(payloads).toEqual([
      { artifactId, version: 1 },
      { artifactId, version: 2 },
    ]);
    expect((await visitor.refused(library.getArtifact, { params: { artifactId } })).code).toBe('artifact.not-found');
    expect((await member.do(library.getArtifact, { params: { artifactId } })).version).toBe(2);
    for (const person of [member, visitor]) person.disconnect();
  });

  it('has a case for every event of the library', () => {
    expect(eventsIn(library)).toEqual([library.artifactChanged.name]);
  });
});
