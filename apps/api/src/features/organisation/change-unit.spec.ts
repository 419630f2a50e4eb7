import type { UnitId } from '@landbridge/contract';
import {
  changeUnit,
  closeUnit,
  createUnit,
  getUnitHistory,
  listUnits,
  mergeUnit,
  reopenUnit,
  type UnitView,
} from '@landbridge/contract/organisation';
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

const unit = (parentId: UnitId | null = null): Promise<UnitView> =>
  administrator.do(createUnit, { body: { clientId: newClientId(), name: `Unit ${uuid()}`, parentId } });
const at = (id: UnitId) => ({ params: { unitId: id } });

describe('change unit', () => {
  const move = (id: UnitId, parentId: UnitId | null) => administrator.request(changeUnit, { params: { unitId: id }, body: { parentId } });

  it('moves a unit with everything below it', async () => {
    const [towers, service] = [await unit(), await unit()];
    const crew = await unit(service.id);

    await move(service.id, towers.id);

    const { units } = await administrator.do(listUnits);
    const places = units.map(({ id }) => id).filter((id) => [towers.id, service.id, crew.id].includes(id));
    expect(places).toEqual([towers.id, service.id, crew.id]);
  });

  it('is refused below itself, however deep', async () => {
    const top = await unit();
    const below = await unit((await unit(top.id)).id);

    const { body } = await move(top.id, below.id);

    expect(body).toMatchObject({ code: 'unit.inside-itself' });
  });

  it('cannot make a circle of two moves at once', async () => {
    const [one, other] = [await unit(), await unit()];
    const [belowOne, belowOther] = [await unit(one.id), await unit(other.id)];

    const answers = await Promise.all([move(one.id, belowOther.id), move(other.id, belowOne.id)]);

    const { units } = await administrator.do(listUnits);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(units.map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, other.id, belowOne.id, belowOther.id]));
  });

  it('lets two that would swap places take turns', async () => {
    const [one, other] = [await unit(), await unit()];

    const answers = await Promise.all([move(one.id, other.id), move(other.id, one.id)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('keeps what the unit was', async () => {
    const { id, name } = await unit();

    await administrator.do(changeUnit, { params: { unitId: id }, body: { name: 'Gearboxes, all of them' } });

    const { history } = await administrator.do(getUnitHistory, { params: { unitId: id } });
    expect(history.map((past) => past.name)).toEqual(['Gearboxes, all of them', name]);
    expect(history.map(({ until }) => until === null)).toEqual([true, false]);
  });

  it('is refused when a unit of that name is beside it', async () => {
    const { name } = await unit();
    const { id } = await unit();

    const refusal = await administrator.refused(changeUnit, { params: { unitId: id }, body: { name: name.toUpperCase() } });

    expect(refusal.code).toBe('unit.name-taken');
  });
});

describe('reopen unit', () => {
  it('opens it again where it was, and keeps that it was closed', async () => {
    const { id, name } = await unit();
    await administrator.do(closeUnit, at(id));

    const opened = await administrator.do(reopenUnit, at(id));

    expect(opened).toMatchObject({ closedOn: null, mergedIntoId: null });
    const { history } = await administrator.do(getUnitHistory, at(id));
    expect(history.map((past) => [past.name, past.until === null])).toEqual([
      [name, true],
      [name, false],
    ]);
    expect((await administrator.do(changeUnit, { ...at(id), body: { name: `${name} again` } })).name).toBe(`${name} again`);
  });

  it('opens one that was merged as a unit of its own, without those who moved', async () => {
    const [from, into] = [await unit(), await unit()];
    const below = await unit(from.id);
    await administrator.do(mergeUnit, { ...at(from.id), body: { intoId: into.id } });

    await administrator.do(reopenUnit, at(from.id));

    const { units } = await administrator.do(listUnits);
    expect(units.find(({ id }) => id === from.id)?.mergedIntoId).toBeNull();
    expect(units.find(({ id }) => id === below.id)?.parentId).toBe(into.id);
  });

  it('is refused below a closed unit, and beside one that has its name meanwhile', async () => {
    const top = await unit();
    const below = await unit(top.id);
    await administrator.do(closeUnit, at(below.id));
    await administrator.do(createUnit, { body: { clientId: newClientId(), name: below.name, parentId: top.id } });
    expect((await administrator.refused(reopenUnit, at(below.id))).code).toBe('unit.name-taken');

    const shut = await unit();
    const inside = await unit(shut.id);
    await administrator.do(closeUnit, at(inside.id));
    await administrator.do(closeUnit, at(shut.id));

    expect((await administrator.refused(reopenUnit, at(inside.id))).code).toBe('unit.closed-above');
  });
});
