import * as importing from '@landbridge/contract/import';
import { afterAll, beforeAll, describe } from 'vitest';
import { bringFile, header } from '../../testing/import-lines.ts';
import { administrators, publicly, row, testPermissions, type Outcome, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

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

/** A file of the administrator's own. */
const brought = async ({ people }: Place) => ({ params: { importId: (await bringFile(people.administrator, [header])).id } });

const table = [
  row(importing.getDemo, publicly()),
  row(importing.openDemo, always('setup.already-done'), () => ({ body: {} })),
  row(importing.signInToDemo, always('demo.not-found'), () => ({ body: { as: 'administrator' as const } })),
  row(importing.uploadHistory, administrators, () => ({
    params: { clientId: newClientId() },
    query: { name: 'history.ndjson' },
    body: JSON.stringify(header),
  })),
  row(importing.listImports, administrators),
  row(importing.getImport, administrators, brought),
  row(importing.startImport, administrators, async (place) => ({ ...(await brought(place)), body: { version: 1, isDry: true } })),
  row(importing.cancelImport, administrators, brought),
  row(importing.listRejections, administrators, brought),
  row(importing.downloadRejections, administrators, brought),
];

describe('permissions of import', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('import', table, importing, () => server);
});
