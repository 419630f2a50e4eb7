import { removeMember } from '@landbridge/contract/communities';
import * as issues from '@landbridge/contract/practice-issues';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, bring, foundCommunity, newClientId, upload } from '../../testing/world.ts';

describe('files of an issue', () => {
  let server: TestServer;
  let asker: TestPerson;
  let other: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    asker = await server.person('Asker Adams');
    other = await server.person('Other Okoye');
  });
  afterAll(() => server.stop());

  const status = async (person: TestPerson, id: string) => (await person.send('GET', `/api/files/${id}/original`)).status;
  const edit = (issue: issues.IssueView, body: object) =>
    asker.do(issues.editIssue, { params: { issueId: issue.id }, body: { version: issue.version, ...body } });

  it('are read by whoever reads the issue, and by nobody who left', async () => {
    const { id: communityId } = await foundCommunity(asker, { visibility: 'closed' });
    await bring(asker, other, communityId);
    const file = await upload(asker, 'log.txt', 'Two marks.');

    const issue = await ask(asker, communityId, { fileIds: [file.id] });

    expect(issue.files).toEqual([file]);
    expect(await status(other, file.id)).toBe(200);
    await asker.do(removeMember, { params: { communityId, personId: other.id } });
    expect(await status(other, file.id)).toBe(404);
  });

  it('are posted once, however often the request comes', async () => {
    const { id: communityId } = await foundCommunity(asker);
    const fileIds = [(await upload(asker, 'log.txt', 'Two marks.')).id];
    const body = { clientId: newClientId(), title: 'Preload falls', situation: 'On three towers.', fileIds };

    const posted = await Promise.all(Array.from({ length: 4 }, () => asker.do(issues.postIssue, { params: { communityId }, body })));

    expect(new Set(posted.map(({ id }) => id)).size).toBe(1);
    expect(posted.map(({ files }) => files.length)).toEqual([1, 1, 1, 1]);
  });

  it('are changed by an edit, and stay when it does not speak of them', async () => {
    const { id: communityId } = await foundCommunity(asker);
    const [a, b] = [await upload(asker, 'a.txt', 'A'), await upload(asker, 'b.txt', 'B')];
    const issue = await ask(asker, communityId, { fileIds: [a.id] });

    const renamed = await edit(issue, { title: 'Preload falls in the cold' });
    const changed = await edit(renamed, { fileIds: [b.id] });

    expect([renamed.files, changed.files]).toEqual([[a], [b]]);
    expect([await status(other, a.id), await status(other, b.id)]).toEqual([404, 200]);
  });
});
