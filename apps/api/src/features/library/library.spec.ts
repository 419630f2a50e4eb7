import { closeCommunity, removeMember } from '@landbridge/contract/communities';
import * as library from '@landbridge/contract/library';
import { deleteMessage } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, bring, foundCommunity, keep, newClientId, say, startThread } from '../../testing/world.ts';

let server: TestServer;
let author: TestPerson;
let convener: TestPerson;
let visitor: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  author = await server.person('Priya Raghunathan', { unit: 'Foundations' });
  convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
  visitor = await server.person('Visitor Vogel');
});
afterAll(() => server.stop());

const communityId = async (visibility: 'open' | 'private' = 'open') => {
  const { id } = await foundCommunity(convener, { visibility });
  await bring(convener, author, id);
  return id;
};
const inArtifact = ({ id: artifactId }: library.ArtifactView) => ({ params: { artifactId } });
const get = (person: TestPerson, artifact: library.ArtifactView) => person.do(library.getArtifact, inArtifact(artifact));
const edit = (person: TestPerson, artifact: library.ArtifactView, wanted: object) =>
  person.do(library.editArtifact, { ...inArtifact(artifact), body: { version: artifact.version, ...wanted } });
const titles = async (person: TestPerson, query: object) =>
  (await person.do(library.listArtifacts, { query })).artifacts.map(({ title }) => title);

describe('keep an artifact', () => {
  it('renders its text, and names whom it mentions as they are called today', async () => {
    const artifact = await keep(author, [await communityId()], {
      markdown: `**Mask** the seat, says [@Rui](person:${convener.id}).<script>alert(1)</script>`,
    });

    expect(artifact.html).toContain('<strong>Mask</strong>');
    expect(artifact.html).not.toContain('<script>');
    expect(artifact.named).toEqual([{ id: convener.id, name: 'Convener Carvalho' }]);
    expect(artifact.excerpt).toContain('Mask the seat');
  });

  it('quotes no message', async () => {
    const id = await communityId();
    const { thread } = await startThread(convener, id);
    const message = await say(convener, thread.id, 'Mask a ring.');
    const body = {
      clientId: newClientId(),
      title: 'Masking',
      communityIds: [id],
      markdown: `> [Rui](message:${message.id})\n> Mask a ring.`,
    };

    expect((await author.refused(library.keepArtifact, { body })).code).toBe('artifact.quotes-message');
  });

  it('says where it was kept from, and to others nothing', async () => {
    const [open, hidden] = [await communityId(), await communityId('private')];
    const issue = await ask(author, hidden, { title: 'Preload falls' });
    const { thread } = await startThread(convener, hidden, { title: 'Half-tightened' });
    const message = await say(convener, thread.id, 'Mask a ring.');
    const fromIssue = await keep(author, [open], { fromIssueId: issue.id });
    const fromMessage = await keep(author, [open], { fromMessageId: message.id });

    expect(fromIssue.keptFrom).toEqual({ kind: 'issue', issueId: issue.id, title: 'Preload falls' });
    expect(fromMessage.keptFrom).toEqual({ kind: 'message', messageId: message.id, title: 'Half-tightened' });
    expect((await get(visitor, fromIssue)).keptFrom).toBeNull();
    expect((await get(visitor, fromMessage)).keptFrom).toBeNull();
  });

  it('was kept from nowhere once the message is deleted', async () => {
    const id = await communityId();
    const { thread } = await startThread(convener, id);
    const message = await say(convener, thread.id, 'Mask a ring.');
    const artifact = await keep(author, [id], { fromMessageId: message.id });
    await convener.do(deleteMessage, { params: { messageId: message.id } });

    expect((await get(author, artifact)).keptFrom).toBeNull();
  });

  it('is refused from a place that the author may not read', async () => {
    const stranger = await server.person('Stranger Strand');
    const { id } = await foundCommunity(stranger);
    const issue = await ask(author, await communityId('private'));
    const body = { clientId: newClientId(), title: 'Masking', markdown: 'Mask.', communityIds: [id], fromIssueId: issue.id };

    expect((await stranger.refused(library.keepArtifact, { body })).code).toBe('issue.not-found');
  });
});

describe('the homes of an artifact', () => {
  it('each let its readers read, who see only the homes they read', async () => {
    const [open, hidden] = [await communityId(), await communityId('private')];
    const artifact = await keep(author, [hidden, open]);

    expect(artifact.homes.map(({ id }) => id).toSorted()).toEqual([open, hidden].toSorted());
    expect((await get(visitor, artifact)).homes.map(({ id }) => id)).toEqual([open]);
  });

  it('that an editor does not see stay', async () => {
    const leader = await server.person('Leader Lund');
    const [hidden, { id: theirs }] = [await communityId('private'), await foundCommunity(leader)];
    const { id: another } = await foundCommunity(leader);
    await bring(leader, author, theirs);
    const artifact = await keep(author, [hidden, theirs]);

    await edit(leader, artifact, { communityIds: [another] });

    expect((await get(author, artifact)).homes.map(({ id }) => id).toSorted()).toEqual([hidden, another].toSorted());
  });

  it('take it with them from an author who left the last one', async () => {
    const hidden = await communityId('private');
    const artifact = await keep(author, [hidden]);
    await convener.do(removeMember, { params: { communityId: hidden, personId: author.id } });

    expect((await author.refused(library.getArtifact, inArtifact(artifact))).code).toBe('artifact.not-found');
    expect((await author.refused(library.editArtifact, { ...inArtifact(artifact), body: { version: 1, title: 'Mine' } })).code).toBe(
      'artifact.not-found',
    );
  });

  it('are never none', async () => {
    const artifact = await keep(author, [await communityId()]);

    const { errors } = await author.refused(library.editArtifact, { ...inArtifact(artifact), body: { version: 1, communityIds: [] } });
    expect(errors?.map(({ field }) => field)).toEqual(['communityIds']);
  });
});

describe('edit an artifact', () => {
  it('keeps each text as it was written, with its writer', async () => {
    const first = await keep(author, [await communityId()], { markdown: 'Mask the seat.' });
    const second = await edit(convener, first, { markdown: 'Mask a ring.' });
    await edit(author, second, { title: 'Masking rings' });

    const { versions } = await author.do(library.listArtifactVersions, inArtifact(first));
    expect(versions.map(({ version, title, writtenBy }) => [version, title, writtenBy.name])).toEqual([
      [3, 'Masking rings', 'Priya Raghunathan'],
      [2, first.title, 'Convener Carvalho'],
      [1, first.title, 'Priya Raghunathan'],
    ]);
    const former = await author.do(library.getArtifactVersion, { params: { artifactId: first.id, version: 1 } });
    expect(former.markdown).toBe('Mask the seat.');
  });

  it('gives versions page by page', async () => {
    let artifact = await keep(author, [await communityId()]);
    for (const title of ['Two', 'Three', 'Four']) artifact = await edit(author, artifact, { title });

    const first = await author.do(library.listArtifactVersions, { ...inArtifact(artifact), query: { limit: 3 } });
    const rest = await author.do(library.listArtifactVersions, {
      ...inArtifact(artifact),
      query: { limit: 3, cursor: first.nextCursor ?? undefined },
    });
    expect([...first.versions, ...rest.versions].map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(rest.nextCursor).toBeNull();
  });

  it('is refused with what is stored when somebody changed it meanwhile', async () => {
    const artifact = await keep(author, [await communityId()]);
    await edit(convener, artifact, { markdown: 'Mask a ring.' });

    expect(
      await author.refused(library.editArtifact, { ...inArtifact(artifact), body: { version: 1, markdown: 'Mask all.' } }),
    ).toMatchObject({ code: 'version.stale', current: { markdown: 'Mask a ring.', version: 2 } });
  });
});

describe('an artifact of a community that was closed down', () => {
  it('is read, and neither changed nor joined by another', async () => {
    const home = await communityId();
    const artifact = await keep(author, [home]);
    await convener.do(closeCommunity, { params: { communityId: home } });
    const body = { version: artifact.version, title: 'Another title', markdown: artifact.markdown, communityIds: [home] };
    const another = { clientId: newClientId(), title: 'Marks', markdown: 'Two.', communityIds: [home] };

    expect((await author.refused(library.editArtifact, { ...inArtifact(artifact), body })).code).toBe('community.ended');
    expect((await author.refused(library.keepArtifact, { body: another })).code).toBe('community.ended');
    expect((await get(author, artifact)).can).toEqual({ read: true, edit: false });
  });
});

describe('find artifacts', () => {
  it('by beginnings of words in the text, by parts of the title, and in spite of slips of the pen', async () => {
    const id = await communityId();
    await keep(author, [id], { title: 'Hydraulic tensioner checklist', markdown: 'Calibrate zephyrometers yearly.' });
    await keep(author, [id], { title: 'Grease', markdown: 'None on the thread.' });

    for (const q of ['zephyro', 'tensioner check', 'raulic', 'hydraulic yearly', 'hydrualic tensioner'])
      expect(await titles(visitor, { q, communityId: id })).toEqual(['Hydraulic tensioner checklist']);
    expect(await titles(visitor, { q: '!!', communityId: id })).toEqual([]);
    expect(await titles(visitor, { q: '%', communityId: id })).toEqual([]);
  });

  it('gives every one once, page by page, the last changed first', async () => {
    const id = await communityId();
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await keep(author, [id], { title: `${title} of five` });

    for (const q of ['', 'five']) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await visitor.do(library.listArtifacts, { query: { q, communityId: id, limit: 2, cursor } });
        found.push(...page.artifacts.map(({ title }) => title));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(found).toEqual(['Five', 'Four', 'Three', 'Two', 'One'].map((title) => `${title} of five`));
    }
  });

  it('finds nothing of a home that one may not read', async () => {
    const hidden = await communityId('private');
    await keep(author, [hidden], { title: 'Quixotic masking' });

    expect(await titles(author, { q: 'quixotic' })).toEqual(['Quixotic masking']);
    expect(await titles(visitor, { q: 'quixotic' })).toEqual([]);
    expect(await titles(visitor, { communityId: hidden })).toEqual([]);
  });
});
