import * as live from '@landbridge/contract';
import { allEvents } from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import * as identity from '@landbridge/contract/identity';
import * as library from '@landbridge/contract/library';
import * as importing from '@landbridge/contract/import';
import { giveRole } from '@landbridge/contract/people';
import * as issues from '@landbridge/contract/practice-issues';
import * as notifications from '@landbridge/contract/notifications';
import * as sessions from '@landbridge/contract/sessions';
import * as threads from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { eventsIn } from '../../testing/world.ts';

describe('identity, live', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('person.preferences-changed: another tab has what a fresh look has', async () => {
    const person = await server.person('Adwoa Mensah');
    const otherTab = await (await server.again(person)).connect();

    await person.do(identity.changePreferences, { body: { theme: 'dark', hasKeys: false } });

    const { preferences } = await otherTab.hears(identity.preferencesChanged);
    expect(preferences).toEqual((await person.do(identity.getMe)).preferences);
    otherTab.disconnect();
  });

  it('person.rights-changed: a browser has what a fresh look has', async () => {
    const administrator = await server.person('Administrator Adams', { isAdministrator: true });
    const person = await (await server.person('Adwoa Mensah')).connect();

    await administrator.do(giveRole, { params: { personId: person.id, role: 'administrator' } });

    const { isAdministrator } = await person.hears(identity.rightsChanged);
    expect(isAdministrator).toBe((await person.do(identity.getMe)).isAdministrator);
    person.disconnect();
  });

  it('sign-in.ended: is told to the browsers of that sign-in, which are let go', async () => {
    const person = await server.person('Adwoa Mensah');
    const otherBrowser = await (await server.again(person)).connect();
    const [ended] = (await otherBrowser.do(identity.listSignIns)).signIns.filter(({ isCurrent }) => isCurrent);

    await person.do(identity.endSignIn, { params: { signInId: live.signInId.parse(ended?.id) } });

    await otherBrowser.hears(identity.signInEnded);
    await expect.poll(() => otherBrowser.isConnected).toBe(false);
    expect((await otherBrowser.refused(identity.getMe)).code).toBe('sign-in.required');
  });

  it('every event of the contract belongs to a noun that proves its own, or is about the server itself', () => {
    const proved = [identity, communities, threads, issues, library, sessions, notifications, importing].flatMap(eventsIn);

    expect(allEvents.map(({ name }) => name).filter((name) => !proved.includes(name))).toEqual(['server.stopping']);
  });
});
