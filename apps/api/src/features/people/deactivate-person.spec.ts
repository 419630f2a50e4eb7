import { getMe, listSignIns, rightsChanged, signInEnded } from '@landbridge/contract/identity';
import { joinCommunity } from '@landbridge/contract/communities';
import {
  appointManager,
  bringBackPerson,
  deactivatePerson,
  getPerson,
  giveRole,
  listAccounts,
  listPeople,
  takeRole,
} from '@landbridge/contract/people';
import { unitId } from '@landbridge/contract';
import { listMessages } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, say, startThread } from '../../testing/world.ts';

let server: TestServer;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.person('Administrator Adams', { isAdministrator: true });
});
afterAll(() => server.stop());

const of = ({ id }: TestPerson) => ({ params: { personId: id } });

describe('deactivate person', () => {
  it('ends every sign-in and every socket at once', async () => {
    const rui = await (await server.person('Rui Carvalho')).connect();
    const phone = await (await server.again(rui)).connect();
    await rui.do(getMe);

    await administrator.do(deactivatePerson, of(rui));

    await phone.hears(signInEnded);
    await expect.poll(() => [rui.isConnected, phone.isConnected]).toEqual([false, false]);
    expect((await rui.refused(getMe)).code).toBe('sign-in.required');
    expect((await phone.tryToConnect())?.code).toBe('sign-in.required');
  });

  it('keeps what the person wrote', async () => {
    const rui = await server.person('Rui Carvalho');
    const community = await foundCommunity(administrator);
    await rui.do(joinCommunity, { params: { communityId: community.id } });
    const { thread } = await startThread(administrator, community.id);
    await say(rui, thread.id, 'Paint marker, two colours.');

    await administrator.do(deactivatePerson, of(rui));

    const { messages } = await administrator.do(listMessages, { params: { threadId: thread.id }, query: { after: 0 } });
    expect(messages.at(-1)).toMatchObject({ author: { name: 'Rui Carvalho' }, html: '<p>Paint marker, two colours.</p>\n' });
    expect((await administrator.do(getPerson, of(rui))).isActive).toBe(false);
  });

  it('takes them out of the list of people, into that of closed accounts', async () => {
    const rui = await server.person('Closed Carvalho');

    await administrator.do(deactivatePerson, of(rui));

    expect((await administrator.do(listPeople, { query: { q: 'closed' } })).people).toEqual([]);
    expect((await administrator.do(listAccounts, { query: { q: 'closed', show: 'deactivated' } })).accounts).toMatchObject([
      { person: { id: rui.id }, isActive: false },
    ]);
  });

  it('ends roles and appointments, which do not come back by themselves', async () => {
    const rui = await server.person('Rui Carvalho');
    const towers = unitId.parse(await server.unit('Towers'));
    await administrator.do(giveRole, { params: { personId: rui.id, role: 'observer' } });
    await administrator.do(appointManager, { params: { personId: rui.id, unitId: towers } });

    await administrator.do(deactivatePerson, of(rui));

    expect(await administrator.do(bringBackPerson, of(rui))).toMatchObject({ isActive: true, roles: [], manages: [] });
  });

  it('is refused for the last administrator', async () => {
    expect((await administrator.refused(deactivatePerson, of(administrator))).code).toBe('person.last-administrator');
    expect((await administrator.do(getMe)).isAdministrator).toBe(true);
  });

  it('leaves one administrator when two deactivate each other at once', async () => {
    const alone = await startTestServer();
    const [one, other] = await Promise.all(['One', 'Other'].map((name) => alone.person(name, { isAdministrator: true })));
    if (!one || !other) throw new Error('Two were asked for.');

    await Promise.all([one.request(deactivatePerson, of(other)), other.request(deactivatePerson, of(one))]);

    const { rows } = await alone.database.pool.query('select 1 from people where is_administrator and deactivated_at is null');
    expect(rows).toHaveLength(1);
    await alone.stop();
  });
});

describe('bring back person', () => {
  it('opens the account without any former sign-in', async () => {
    const rui = await server.person('Rui Carvalho');
    await administrator.do(deactivatePerson, of(rui));

    await administrator.do(bringBackPerson, of(rui));

    expect((await rui.refused(getMe)).code).toBe('sign-in.required');
    expect((await (await server.again(rui)).do(listSignIns)).signIns).toHaveLength(1);
  });
});

describe('give and take a role', () => {
  it('makes an administrator, and an ordinary person again, at once', async () => {
    const rui = await (await server.person('Rui Carvalho')).connect();
    expect((await rui.refused(listAccounts)).code).toBe('administrator.required');

    await administrator.do(giveRole, { params: { personId: rui.id, role: 'administrator' } });
    await rui.hears(rightsChanged, ({ isAdministrator }) => isAdministrator);
    await rui.do(listAccounts);
    await administrator.do(takeRole, { params: { personId: rui.id, role: 'administrator' } });

    await rui.hears(rightsChanged, ({ isAdministrator }) => !isAdministrator);
    expect((await rui.refused(listAccounts)).code).toBe('administrator.required');
    rui.disconnect();
  });

  it('is refused for the last administrator', async () => {
    const refusal = await administrator.refused(takeRole, { params: { personId: administrator.id, role: 'administrator' } });

    expect(refusal.code).toBe('person.last-administrator');
  });

  it('is refused for somebody whose account is closed', async () => {
    const rui = await server.person('Rui Carvalho');
    await administrator.do(deactivatePerson, of(rui));

    expect((await administrator.refused(giveRole, { params: { personId: rui.id, role: 'observer' } })).code).toBe('person.not-found');
  });
});
