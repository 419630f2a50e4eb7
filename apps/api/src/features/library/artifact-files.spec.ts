import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { removeMember } from '@landbridge/contract/communities';
import type { FileView } from '@landbridge/contract/files';
import * as library from '@landbridge/contract/library';
import { editIssue } from '@landbridge/contract/practice-issues';
import { deleteMessage } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, bring, foundCommunity, keep, newClientId, say, startThread, upload } from '../../testing/world.ts';

let server: TestServer;
let author: TestPerson;
let convener: TestPerson;
let visitor: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  author = await server.person('Priya Raghunathan');
  convener = await server.person('Convener Carvalho');
  visitor = await server.person('Visitor Vogel');
});
afterAll(() => server.stop());

const communityId = async (visibility: 'open' | 'closed' | 'private' = 'open') => {
  const { id } = await foundCommunity(convener, { visibility });
  await bring(convener, author, id);
  return id;
};
const download = (person: TestPerson, { id }: FileView) => person.send('GET', `/api/files/${id}/original`);
const status = async (person: TestPerson, file: FileView) => (await download(person, file)).status;
const edit = (person: TestPerson, { id: artifactId, version }: library.ArtifactView, wanted: object) =>
  person.do(library.editArtifact, { params: { artifactId }, body: { version, ...wanted } });
const versionOf = ({ id: artifactId }: library.ArtifactView, version: number) =>
  author.do(library.getArtifactVersion, { params: { artifactId, version } });
const firstOf = ([file]: readonly FileView[]): FileView => {
  if (!file) throw new Error('It has no file.');
  return file;
};

describe('files of an artifact', () => {
  it('are kept with it in their order, and counted in lists', async () => {
    const home = await communityId();
    const [a, b] = [await upload(author, 'a.txt', 'A'), await upload(author, 'b.txt', 'B')];

    const artifact = await keep(author, [home], { fileIds: [b.id, a.id] });

    expect([artifact.files, artifact.fileCount]).toEqual([[b, a], 2]);
    const { artifacts } = await visitor.do(library.listArtifacts, { query: { communityId: home } });
    expect(artifacts.map(({ fileCount }) => fileCount)).toEqual([2]);
  });

  it.each(['closed', 'private'] as const)('are read by whoever reads a home, and by nobody who left a %s one', async (visibility) => {
    const home = await communityId(visibility);
    const file = await upload(convener, 'ring.txt', 'Forty millimetres.');
    await keep(convener, [home], { fileIds: [file.id] });

    expect([await status(author, file), await status(visitor, file)]).toEqual([200, 404]);
    await convener.do(removeMember, { params: { communityId: home, personId: author.id } });
    expect(await status(author, file)).toBe(404);
  });

  it('are read where one home of several is', async () => {
    const file = await upload(author, 'ring.txt', 'Forty millimetres.');
    const hidden = await communityId('private');
    const artifact = await keep(author, [hidden], { fileIds: [file.id] });
    expect(await status(visitor, file)).toBe(404);

    await edit(author, artifact, { communityIds: [hidden, await communityId()] });

    expect(await status(visitor, file)).toBe(200);
  });

  it('belong to versions: those of before show theirs, and give them out', async () => {
    const [a, b] = [await upload(author, 'a.txt', 'A'), await upload(convener, 'b.txt', 'B')];
    const first = await keep(author, [await communityId()], { fileIds: [a.id] });

    const second = await edit(convener, first, { fileIds: [b.id] });
    const third = await edit(author, second, { title: 'Masking rings' });

    expect([second.files, third.files]).toEqual([[b], [b]]);
    expect([(await versionOf(first, 1)).files, (await versionOf(first, 2)).files, (await versionOf(first, 3)).files]).toEqual([
      [a],
      [b],
      [b],
    ]);
    expect([await status(visitor, a), await status(visitor, b)]).toEqual([200, 200]);
  });

  it('come back from a former version', async () => {
    const a = await upload(author, 'a.txt', 'A');
    const first = await keep(author, [await communityId()], { fileIds: [a.id] });
    const second = await edit(author, first, { fileIds: [] });

    expect((await edit(convener, second, { fileIds: [a.id] })).files).toEqual([a]);
  });

  it('are told to whoever edited an older version', async () => {
    const a = await upload(author, 'a.txt', 'A');
    const first = await keep(author, [await communityId()]);
    await edit(convener, first, { title: 'Masking rings' });

    const refused = await author.refused(library.editArtifact, { params: { artifactId: first.id }, body: { version: 1, fileIds: [a.id] } });
    expect(refused).toMatchObject({ code: 'version.stale', current: { title: 'Masking rings', files: [] } });
  });

  it('are refused when they are somebody else’s, unknown, or too many', async () => {
    const theirs = await upload(convener, 'theirs.txt', 'Mine.');
    const home = await communityId();
    const artifact = await keep(author, [home]);
    const refusal = async (fileIds: string[]) => {
      const body = { clientId: newClientId(), title: 'Masking', markdown: 'Mask.', communityIds: [home], fileIds };
      const kept = await author.refused(library.keepArtifact, { body });
      const edited = await author.refused(library.editArtifact, { params: { artifactId: artifact.id }, body: { version: 1, fileIds } });
      return [kept, edited].map(({ code, errors }) => errors?.map(({ field }) => field).join() ?? code);
    };

    expect(await refusal([theirs.id])).toEqual(['file.not-attachable', 'file.not-attachable']);
    expect(await refusal([newClientId()])).toEqual(['file.not-attachable', 'file.not-attachable']);
    expect(await refusal(Array.from({ length: 11 }, newClientId))).toEqual(['fileIds', 'fileIds']);
    expect(await status(convener, theirs)).toBe(200);
  });
});

describe('an artifact that is kept from somewhere', () => {
  it('keeps copies of its files, which stay when those go', async () => {
    const home = await communityId();
    const source = await upload(convener, 'log.txt', 'Two marks.');
    const { thread } = await startThread(convener, home);
    const message = await say(convener, thread.id, 'The log.', { fileIds: [source.id] });
    const mine = await upload(author, 'mine.txt', 'Three marks.');

    const { files } = await keep(author, [home], { fromMessageId: message.id, fileIds: [source.id, mine.id] });
    await convener.do(deleteMessage, { params: { messageId: message.id } });

    const copy = firstOf(files);
    expect(files).toEqual([{ ...source, id: copy.id }, mine]);
    expect(copy.id).not.toBe(source.id);
    await vi.waitFor(async () => {
      const { rows } = await server.database.pool.query('select 1 from graphile_worker.jobs where key = $1', [`file ${source.id}`]);
      expect(rows).toEqual([]);
    }, 5_000);
    expect(await status(author, source)).toBe(404);
    expect((await download(visitor, copy)).body).toBe('Two marks.');
  });

  it('copies an image with its preview', async () => {
    const home = await communityId();
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const source = await upload(author, 'ring.png', Buffer.from(pixel, 'base64'));
    const issue = await ask(author, home, { fileIds: [source.id] });

    const copy = firstOf((await keep(author, [home], { fromIssueId: issue.id, fileIds: [source.id] })).files);
    await author.do(editIssue, { params: { issueId: issue.id }, body: { version: issue.version, fileIds: [] } });

    expect((await visitor.send('GET', `/api/files/${copy.id}/preview`)).status).toBe(200);
  });

  it('takes no file from where its author may not read', async () => {
    const source = await upload(convener, 'log.txt', 'Two marks.');
    await ask(convener, await communityId('private'), { fileIds: [source.id] });
    const { id: home } = await foundCommunity(visitor);
    const body = { clientId: newClientId(), title: 'Masking', markdown: 'Mask.', communityIds: [home], fileIds: [source.id] };

    expect((await visitor.refused(library.keepArtifact, { body })).code).toBe('file.not-attachable');
  });

  it('is kept once with its copies, however often the request comes, and not with others under the same client id', async () => {
    const home = await communityId();
    const source = await upload(author, 'log.txt', 'Four marks.');
    const issue = await ask(author, home, { fileIds: [source.id] });
    const mine = await upload(author, 'mine.txt', 'Five marks.');
    const body = { clientId: newClientId(), title: 'Masking', markdown: 'Mask.', communityIds: [home], fromIssueId: issue.id };
    const wanted = { ...body, fileIds: [mine.id, source.id] };

    const kept = await Promise.all(Array.from({ length: 4 }, () => author.do(library.keepArtifact, { body: wanted })));

    expect(new Set(kept.map(({ files }) => files.map((file) => file.id).join())).size).toBe(1);
    const { rows } = await server.database.pool.query('select 1 from files where sha256 = (select sha256 from files where id = $1)', [
      source.id,
    ]);
    expect(rows).toHaveLength(2);
    expect((await author.refused(library.keepArtifact, { body: { ...wanted, fileIds: [mine.id] } })).code).toBe('client-id.reused');
  });

  it('keeps the bytes of its former versions', async () => {
    const file = await upload(author, 'former.txt', 'Formerly forty.');
    const artifact = await keep(author, [await communityId()], { fileIds: [file.id] });
    await edit(author, artifact, { fileIds: [] });
    await server.database.pool.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where task_identifier = 'files.tidy'`,
    );
    await vi.waitFor(async () => {
      const { rows } = await server.database.pool.query('select 1 from graphile_worker.jobs where key = $1', [`file ${file.id}`]);
      expect(rows).toEqual([]);
    }, 5_000);

    const { rows } = await server.database.pool.query('select sha256 from files where id = $1', [file.id]);
    const hash = String(rows[0]?.sha256);
    expect(existsSync(join(server.dataFolder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash))).toBe(true);
    expect((await download(visitor, file)).body).toBe('Formerly forty.');
  });
});
