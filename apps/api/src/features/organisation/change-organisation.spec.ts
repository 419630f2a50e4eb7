import { listAuditEntries } from '@landbridge/contract/administration';
import { changeOrganisation, getOrganisation } from '@landbridge/contract/organisation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('change the organisation', () => {
  let server: TestServer;
  let administrator: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.person('Administrator Adams', { isAdministrator: true });
  });
  afterAll(() => server.stop());

  const change = async (wanted: object) => {
    const { version, ...settings } = await administrator.do(getOrganisation);
    return administrator.request(changeOrganisation, { body: { ...settings, language: 'en', version, ...wanted } });
  };

  it('keeps name, time zone and working calendar, each day once and in order', async () => {
    await change({
      name: 'Norrgard',
      timeZone: 'Europe/Copenhagen',
      workingDays: [7, 1, 1],
      holidays: ['2026-12-25', '2026-01-01', '2026-12-25'],
    });

    expect(await administrator.do(getOrganisation)).toMatchObject({
      name: 'Norrgard',
      timeZone: 'Europe/Copenhagen',
      workingDays: [1, 7],
      holidays: ['2026-01-01', '2026-12-25'],
    });
  });

  it('is refused with a time zone or a day that does not exist, and names the field', async () => {
    expect((await change({ timeZone: 'Europe/Aalvik' })).body).toMatchObject({ status: 422, errors: [{ field: 'timeZone' }] });
    expect((await change({ workingDays: [8] })).body).toMatchObject({ errors: [{ field: 'workingDays.0' }] });
    expect((await change({ holidays: ['2026-02-30'] })).body).toMatchObject({ errors: [{ field: 'holidays.0' }] });
  });

  it('tells whoever worked on an older version what is stored', async () => {
    const { version } = await administrator.do(getOrganisation);
    await change({ name: 'Norrgard Energy' });

    expect((await change({ name: 'Norrgard Wind', version })).body).toMatchObject({
      code: 'version.stale',
      current: { name: 'Norrgard Energy' },
    });
  });

  it('is in the audit log', async () => {
    await change({ name: 'Norrgard Group' });

    const { entries } = await administrator.do(listAuditEntries);
    expect(entries[0]).toMatchObject({ action: 'organisation.changed', details: { to: 'Norrgard Group' } });
  });
});
