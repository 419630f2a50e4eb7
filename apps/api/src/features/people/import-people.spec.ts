import { listAuditEntries } from '@landbridge/contract/administration';
import { createUnit } from '@landbridge/contract/organisation';
import { importPeople, listAccounts, moveToUnit, readPeopleFile } from '@landbridge/contract/people';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

let server: TestServer;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.person('Administrator Adams', { isAdministrator: true });
});
afterAll(() => server.stop());

const newUnit = (name: string, parentId: string | null = null) =>
  administrator.do(createUnit, { body: { clientId: newClientId(), name, parentId } });
const somebody = (more: object = {}) => ({ name: 'Rui Carvalho', email: `${uuid()}@norrgard.example`, unit: '', roles: [], ...more });
const accountOf = async (email: string) => (await administrator.do(listAccounts, { query: { q: email } })).accounts[0];
const check = (text: string) => administrator.do(readPeopleFile, { body: { content: Buffer.from(text).toString('base64') } });

describe('read people file, on the server', () => {
  it('says who is new, who is known, and which unit is not there', async () => {
    await newUnit('Bogies');
    const [known, fresh, lost] = [somebody(), somebody(), somebody()];
    await administrator.do(importPeople, { body: { people: [known] } });

    const file = await check(`name,email,unit\nRui,${known.email},\nRui,${fresh.email},bogies\nRui,${lost.email},Onshore / Nowhere`);

    expect(file.people.map(({ line, isKnown }) => ({ line, isKnown }))).toEqual([
      { line: 2, isKnown: true },
      { line: 3, isKnown: false },
    ]);
    expect(file.faults).toEqual([{ line: 4, fault: 'unknown-unit', value: 'Onshore / Nowhere' }]);
  });

  it('changes nothing', async () => {
    const { email } = somebody();

    await check(`name,email\nRui,${email}`);

    expect(await accountOf(email)).toBeUndefined();
  });
});

describe('import people', () => {
  it('puts people into their unit, with their roles, and notes it', async () => {
    const top = await newUnit(`Top ${uuid()}`);
    const below = await newUnit('Welding', top.id);
    const person = somebody({ unit: `${top.name.toUpperCase()} / welding`, roles: ['observer'] });

    await administrator.do(importPeople, { body: { people: [person] } });

    expect(await accountOf(person.email)).toMatchObject({ person: { unit: { id: below.id } }, roles: ['observer'], hasPassword: false });
    const { entries } = await administrator.do(listAuditEntries);
    expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['role.given', 'person.imported']);
  });

  it('leaves whoever is known as they are', async () => {
    const person = somebody();
    await administrator.do(importPeople, { body: { people: [person] } });
    const before = await accountOf(person.email);
    const unit = await newUnit(`Hubs ${uuid()}`);
    await administrator.do(moveToUnit, { params: { personId: before?.person.id ?? '' }, body: { unitId: unit.id } });

    await administrator.do(importPeople, { body: { people: [{ ...person, name: 'Another', roles: ['administrator'] }] } });

    expect(await accountOf(person.email)).toMatchObject({ person: { name: person.name, unit: { id: unit.id } }, roles: [] });
  });

  it('brings in all or none', async () => {
    const [one, other] = [somebody(), somebody({ unit: 'Nowhere' })];

    const refusal = await administrator.refused(importPeople, { body: { people: [one, other] } });

    expect(refusal.code).toBe('unit.not-found');
    expect(await accountOf(one.email)).toBeUndefined();
  });

  it('mails an invitation to the new ones alone, once', async () => {
    const person = somebody();
    const body = { people: [person], sendsInvitations: true };

    await administrator.do(importPeople, { body });
    await administrator.do(importPeople, { body });

    const { rows } = await server.database.pool.query(
      `select 1 from single_use_links l join people p on p.id = l.person_id where p.email = $1`,
      [person.email],
    );
    expect(rows).toHaveLength(1);
  });

  it('finds a unit by its name alone only where one unit has it', async () => {
    const [one, other] = [await newUnit(`One ${uuid()}`), await newUnit(`Other ${uuid()}`)];
    for (const { id } of [one, other]) await newUnit('Twins', id);

    expect((await administrator.refused(importPeople, { body: { people: [somebody({ unit: 'Twins' })] } })).code).toBe('unit.not-found');
  });
});
