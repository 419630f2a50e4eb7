import { unitId } from '@landbridge/contract';
import * as organisation from '@landbridge/contract/organisation';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import { administrators, everybody, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

const newUnit = async ({ people }: Place) => {
  const { id } = await people.administrator.do(organisation.createUnit, { body: { clientId: newClientId(), name: `Gearboxes ${uuid()}` } });
  return { params: { unitId: unitId.parse(id) } };
};

const table = [
  row(organisation.getOrganisation, everybody()),
  row(organisation.changeOrganisation, administrators, async ({ people }) => {
    const { version, ...settings } = await people.administrator.do(organisation.getOrganisation);
    return { body: { ...settings, language: 'en' as const, version, name: `Norrgard ${uuid()}` } };
  }),
  row(organisation.listUnits, everybody()),
  row(organisation.createUnit, administrators, () => ({ body: { clientId: newClientId(), name: `Blades ${uuid()}` } })),
  row(organisation.changeUnit, administrators, async (place) => ({ ...(await newUnit(place)), body: { name: `Rotors ${uuid()}` } })),
  row(organisation.mergeUnit, administrators, async (place) => ({
    ...(await newUnit(place)),
    body: { intoId: (await newUnit(place)).params.unitId },
  })),
  row(organisation.closeUnit, administrators, newUnit),
  row(organisation.reopenUnit, administrators, newUnit),
  row(organisation.getUnitHistory, everybody(), newUnit),
];

describe('permissions in the organisation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('organisation', table, organisation, () => server);
});
