import * as importing from '@landbridge/contract/import';
import { afterAll, beforeAll, describe } from 'vitest';
import { publicly, row, testPermissions, type Outcome } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

/** Outside a demo there is nothing to sign in to, and nobody makes a demo of an organisation that has people. */
const always = (outcome: Outcome) =>
  publicly({
    nobody: outcome,
    outsider: outcome,
    member: outcome,
    steward: outcome,
    sponsor: outcome,
    convener: outcome,
    administrator: outcome,
    deactivated: outcome,
  });

const table = [
  row(importing.getDemo, publicly()),
  row(importing.openDemo, always('setup.already-done'), () => ({ body: {} })),
  row(importing.signInToDemo, always('demo.not-found'), () => ({ body: { as: 'administrator' as const } })),
];

describe('permissions of import', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('import', table, importing, () => server);
});
