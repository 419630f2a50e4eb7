import { milestoneId } from '@landbridge/contract';
import { createUnit } from '@landbridge/contract/organisation';
import * as people from '@landbridge/contract/people';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import { administrators, everybody, nobodyElse, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, newClientId } from '../../testing/world.ts';

const ofNewcomer = async ({ newcomer }: Place) => ({ params: { personId: (await newcomer()).id } });

const imported = () => ({ name: 'Imported Ito', email: `${uuid()}@norrgard.example`, unit: '', roles: [] });

const asManager = async (place: Place) => {
  const { id } = await place.people.administrator.do(createUnit, { body: { clientId: newClientId(), name: `Hubs ${uuid()}` } });
  return { params: { ...(await ofNewcomer(place)).params, unitId: id } };
};

const table = [
  row(people.listPeople, everybody()),
  row(people.getPerson, everybody(), ofNewcomer),
  row(people.getOwnProfile, everybody()),
  row(people.editProfile, everybody(), async ({ people: asked }, kind) => {
    const isThere = kind !== 'nobody' && kind !== 'deactivated';
    const own = isThere ? await asked[kind].do(people.getOwnProfile) : null;
    const texts = { title: 'Fitter', place: '', languages: [], topics: [], about: '', worlds: '' };
    return { body: { version: own?.version ?? 1, ...texts } };
  }),
  // Nobody has another's milestone, whoever they are.
  row(people.showMilestone, nobodyElse([], 'milestone.not-found'), async ({ people: asked, newcomer }) => {
    const owner = await newcomer();
    await foundCommunity(owner);
    const [first] = (await asked.convener.do(people.getPerson, { params: { personId: owner.id } })).milestones;
    return { params: { milestoneId: milestoneId.parse(first?.id) }, body: { isPrivate: true } };
  }),
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
