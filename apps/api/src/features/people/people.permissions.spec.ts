import { createUnit } from '@landbridge/contract/organisation';
import * as people from '@landbridge/contract/people';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import { administrators, everybody, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

const ofNewcomer = async ({ newcomer }: Place) => ({ params: { personId: (await newcomer()).id } });

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
];

describe('permissions over people', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('people', table, people, () => server);
});
