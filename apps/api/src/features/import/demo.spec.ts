import { listMailbox, getMe, getSetup, setUpOrganisation } from '@landbridge/contract/identity';
import { getDemo, openDemo, signInToDemo, type DemoState } from '@landbridge/contract/import';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSettings, SettingsError } from '../../platform/config/settings.ts';
import { start } from '../../start.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { DemoOrganisation } from './demo-organisation.ts';

describe('the demo organisation', () => {
  let server: TestServer;
  let answers: DemoState[];
  beforeAll(async () => {
    server = await startTestServer({}, { isEmpty: true });
    const asked = Array.from({ length: 3 }, () => server.visitor().do(openDemo, { body: {} }));
    answers = await Promise.all(asked);
    const isOpen = async () => expect((await server.visitor().do(getDemo)).state).toBe('open');
    await vi.waitFor(isOpen, { timeout: 60_000, interval: 200 });
  }, 70_000);
  afterAll(() => server.stop());

  it('begins once, when several ask for it at once', () => {
    expect(answers.map(({ state }) => state)).toEqual(['opening', 'opening', 'opening']);
  });

  it.for(['member', 'leader', 'manager', 'administrator'] as const)('signs in as %s with one click', async (as) => {
    const visitor = server.visitor();
    const me = await visitor.do(signInToDemo, { body: { as } });

    expect(me.isAdministrator).toBe(as === 'administrator');
    expect(me.organisation).toMatchObject({ name: 'Norrgard Energy', timeZone: 'Europe/Copenhagen' });
  });

  it('takes every line', async () => {
    const { rows } = await server.database.pool.query('select reason from import_rejections');

    expect(rows).toEqual([]);
  });

  it('keeps mail on the mailbox page', async () => {
    expect((await server.visitor().do(getSetup)).isDemo).toBe(true);
    expect((await server.visitor().do(listMailbox)).mails).toEqual([]);
  });

  it('goes on with the life of its issues: askers of three weeks ago are asked what happened, later ones when it is time', async () => {
    const count = async (from: string) => Number((await server.database.pool.query(`select count(*) from ${from}`)).rows[0]?.count);

    expect(await count('practice_issues where outcome_asked_at is not null')).toBeGreaterThan(0);
    expect(await count(`graphile_worker.jobs where task_identifier = 'issues.ask-for-outcome' and run_at > now()`)).toBeGreaterThan(0);
  });

  it('is not opened twice, nor set up as an organisation of its own', async () => {
    const visitor = server.visitor();
    const own = { organisation: 'Other', name: 'Other', email: 'other@norrgard.example', password: 'seven brown herons' };

    expect(await visitor.refused(openDemo, { body: {} })).toMatchObject({ code: 'setup.already-done' });
    expect(await visitor.refused(setUpOrganisation, { body: own })).toMatchObject({ code: 'setup.already-done' });
  });
});

describe('an organisation of people', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('never becomes a demo', async () => {
    const person = await server.person('Adwoa Mensah', { isAdministrator: true });

    const { options } = server.database.dataSource;
    const DATABASE_URL = 'url' in options ? String(options.url) : '';
    const asDemo = readSettings({ DATABASE_URL, PORT: '0', LOG_LEVEL: 'silent', LANDBRIDGE_DEMO: 'true' });

    await expect(start(asDemo, { checksAnswers: true })).rejects.toThrow(SettingsError);
    expect((await person.do(getMe)).person.id).toBe(person.id);
    expect(server.running.application.get(DemoOrganisation).state).toEqual({ state: 'none', share: 0 });
  });
});
