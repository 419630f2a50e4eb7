import { createUnit } from '@landbridge/contract/organisation';
import { getPerson, moveToUnit } from '@landbridge/contract/people';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

describe('move to unit', () => {
  let server: TestServer;
  let administrator: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.person('Administrator Adams', { isAdministrator: true });
  });
  afterAll(() => server.stop());

  const unit = () => administrator.do(createUnit, { body: { clientId: newClientId(), name: `Unit ${uuid()}` } });
  const move = (person: TestPerson, unitId: string, from?: string) =>
    administrator.request(moveToUnit, { params: { personId: person.id }, body: { unitId, from } });
  const historyOf = async ({ id }: TestPerson) => {
    const { rows } = await server.database.pool.query(
      `select unit_id as unit, from_on::text as "from", until_on::text as until from unit_memberships where person_id = $1 order by from_on`,
      [id],
    );
    return rows;
  };

  it('ends the former membership on the day the new one begins, and keeps it', async () => {
    const person = await server.person('Mover Møller', { unit: 'Foundations' });
    const { id, name } = await unit();

    await move(person, id, '2024-05-01');

    expect(await historyOf(person)).toMatchObject([
      { from: '2020-01-01', until: '2024-05-01' },
      { unit: id, from: '2024-05-01', until: null },
    ]);
    expect((await administrator.do(getPerson, { params: { personId: person.id } })).unit?.name).toBe(name);
  });

  it('is one unit at a time, however many moves come at once', async () => {
    const person = await server.person('Mover Møller', { unit: 'Foundations' });
    const units = await Promise.all(Array.from({ length: 5 }, unit));

    const answers = await Promise.all(units.map(({ id }) => move(person, id)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await historyOf(person)).filter(({ until }) => until === null)).toHaveLength(1);
  });

  it('is refused from a day to come, or from one before the present unit began', async () => {
    const person = await server.person('Mover Møller', { unit: 'Foundations' });
    const { id } = await unit();

    for (const from of ['2999-01-01', '2019-12-31'])
      expect((await move(person, id, from)).body).toMatchObject({ code: 'request.invalid', errors: [{ field: 'from' }] });
  });

  it('is refused for a unit or a person that is not there', async () => {
    const person = await server.person('Mover Møller');

    expect((await move(person, uuid())).body).toMatchObject({ code: 'unit.not-found' });
    expect((await administrator.refused(moveToUnit, { params: { personId: uuid() }, body: { unitId: uuid() } })).code).toBe(
      'person.not-found',
    );
  });
});
