import * as administration from '@landbridge/contract/administration';
import { afterAll, beforeAll, describe } from 'vitest';
import { administrators, row, testPermissions } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('permissions in the administration', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('administration', [row(administration.listAuditEntries, administrators)], administration, () => server);
});
