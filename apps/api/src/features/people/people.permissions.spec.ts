import { createUnit } from '@landbridge/contract/organisation';
import * as people from '@landbridge/contract/people';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import { administrators, everybody, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

const ofNewcomer = async ({ newcomer }: Place) => ({ params: { personId: (await newcomer()).id } });

const imported = () => ({ name: 'Imported Ito', email: `${uuid()}@norrgard.example`, unit: '', roles: [] });

const asManager = async (place: Place) => {
  const { id } = await place.people.administrator.do(createUnit, { body: { clientId: newClientId(), name: `Hubs ${uuid()}` } });
  return { params: { ...(await ofNewcomer(place)).params, unitId: id } };
};

const table = [
  row(people.listPeople, everybody()),
  row(people.getPerson, everybody(), ofNewcomer),
  row(people.invitePerson, administrators, () => ({
    body: { clientId: newClientId(), name: 'Invited Ito', email: `${uuid()}@norrgard.example` },
  })),
  row(people.invitePersonAgain, administrators, ofNewcomer),
  row(people.moveToUnit, administrators, async (place) => {
    const { id } = await place.people.administrator.do(createUnit, { body: { clientId: newClientId(), name: `Hubs ${uuid()}` } });
    return { ...(await ofNewcomer(place)), body: { unitId: id } };
  }),
  row(people.readPeopleFile, administrators, () => ({ body: { content: '' } })),
  row(people.importPeople, administrators, () => ({ body: { people: [imported()] } })),
  row(people.listAccounts, administrators),
  row(people.deactivatePerson, administrators, ofNewcomer),
  row(people.bringBackPerson, administrators, ofNewcomer),
  row(people.giveRole, administrators, async (place) => ({ params: { ...(await ofNewcomer(place)).params, role: 'observer' as const } })),
  row(people.takeRole, administrators, async (place) => ({ params: { ...(await ofNewcomer(place)).params, role: 'observer' as const } })),
  row(people.appointManager, administrators, asManager),
  row(people.dismissManager, administrators, asManager),
];

describe('permissions over people', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('people', table, people, () => server);
});
