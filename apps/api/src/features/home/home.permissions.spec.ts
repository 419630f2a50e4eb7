import * as home from '@landbridge/contract/home';
import { afterAll, beforeAll, describe } from 'vitest';
import { everybody, members, row, testPermissions } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const table = [
  row(home.getHome, everybody()),
  row(home.seeHome, everybody()),
  row(home.setNeedDone, { open: everybody(), private: members('thread.not-found') }, ({ thread }) => ({
    body: { kind: 'mentioned' as const, threadId: thread.thread.id, isDone: true },
  })),
];

describe('permissions on home', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('home', table, home, () => server);
});
