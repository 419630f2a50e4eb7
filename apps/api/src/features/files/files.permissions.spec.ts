import * as files from '@landbridge/contract/files';
import { afterAll, beforeAll, describe } from 'vitest';
import { everybody, members, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId, say, upload } from '../../testing/world.ts';

const attached = async ({ people, thread }: Place) => {
  const { id } = await upload(people.convener, 'log.txt', 'Two marks.');
  await say(people.convener, thread.thread.id, 'The log.', { fileIds: [id] });
  return { params: { fileId: id, kind: 'original' as const } };
};

const table = [
  row(files.uploadFile, everybody(), () => ({ params: { clientId: newClientId() }, query: { name: 'log.txt' }, body: 'Two marks.' })),
  row(files.downloadFile, { open: everybody(), private: members('file.not-found') }, attached),
];

describe('permissions of files', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('files', table, files, () => server);
});
