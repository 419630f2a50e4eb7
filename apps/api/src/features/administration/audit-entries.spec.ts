import { unitId } from '@landbridge/contract';
import { listAuditEntries } from '@landbridge/contract/administration';
import { mergeCommunity, type CommunityView } from '@landbridge/contract/communities';
import { changeUnit, createUnit } from '@landbridge/contract/organisation';
import { deactivatePerson, giveRole, moveToUnit } from '@landbridge/contract/people';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, newClientId } from '../../testing/world.ts';

describe('audit entries', () => {
  let server: TestServer;
  let administrator: TestPerson;
  const servers: TestServer[] = [];
  beforeEach(async () => {
    server = await startTestServer();
    servers.push(server);
    administrator = await server.person('Administrator Adams', { isAdministrator: true });
  });
  afterAll(async () => {
    for (const started of servers) await started.stop();
  });

  const newUnit = () => administrator.do(createUnit, { body: { clientId: newClientId(), name: `Unit ${uuid()}` } });
  const entries = async () => (await administrator.do(listAuditEntries)).entries;

  it('say who did what with whom, newest first', async () => {
    const rui = await server.person('Rui Carvalho');
    const unit = await newUnit();

    await administrator.do(moveToUnit, { params: { personId: rui.id }, body: { unitId: unit.id } });
    await administrator.do(giveRole, { params: { personId: rui.id, role: 'observer' } });

    expect(await entries()).toMatchObject([
      { action: 'role.given', actor: { name: 'Administrator Adams' }, subject: { name: 'Rui Carvalho' }, details: { role: 'observer' } },
      { action: 'person.moved', subject: { name: 'Rui Carvalho' }, unit: { name: unit.name } },
      { action: 'unit.added', subject: { kind: 'unit', name: unit.name } },
    ]);
  });

  it('keep both names of a unit that was renamed', async () => {
    const unit = await newUnit();

    await administrator.do(changeUnit, { params: { unitId: unitId.parse(unit.id) }, body: { name: 'Rotors' } });

    expect((await entries())[0]).toMatchObject({ action: 'unit.renamed', details: { from: unit.name, to: 'Rotors' } });
  });

  it('say that a community was merged by an administrator who leads one of the two, and name no private one', async () => {
    const leader = await server.person('Leader Lund');
    const [open, hidden, into] = [
      await foundCommunity(leader),
      await foundCommunity(leader, { visibility: 'private' }),
      await foundCommunity(administrator),
    ];
    for (const { id } of [open, hidden]) await bring(leader, administrator, id);
    const merge = (person: TestPerson, from: CommunityView, to: CommunityView) =>
      person.do(mergeCommunity, { params: { communityId: from.id }, body: { intoId: to.id } });

    await merge(administrator, open, into);
    await merge(administrator, hidden, into);

    expect(await entries()).toMatchObject([
      { action: 'community.merged', subject: null, details: { into: into.name } },
      { action: 'community.merged', subject: { kind: 'community', name: open.name }, details: { into: into.name } },
    ]);
  });

  it('do not mention a merger by somebody who leads both', async () => {
    const [from, into] = [await foundCommunity(administrator), await foundCommunity(administrator)];

    await administrator.do(mergeCommunity, { params: { communityId: from.id }, body: { intoId: into.id } });

    expect(await entries()).toEqual([]);
  });

  it('are not written for what was refused', async () => {
    await administrator.refused(deactivatePerson, { params: { personId: administrator.id } });

    expect(await entries()).toEqual([]);
  });

  it('are not written again when a request is repeated', async () => {
    const rui = await server.person('Rui Carvalho');

    await administrator.do(deactivatePerson, { params: { personId: rui.id } });
    await administrator.do(deactivatePerson, { params: { personId: rui.id } });

    expect(await entries()).toHaveLength(1);
  });

  it('come in pages without gap or repetition', async () => {
    for (let made = 0; made < 5; made++) await newUnit();
    const all = (await entries()).map(({ id }) => id);

    const first = await administrator.do(listAuditEntries, { query: { limit: 3 } });
    const second = await administrator.do(listAuditEntries, { query: { limit: 3, cursor: first.nextCursor ?? '' } });

    expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual(all);
    expect(second.nextCursor).toBeNull();
  });
});
