import type { ImperativeId, PersonId } from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import { listAuditEntries } from '@landbridge/contract/administration';
import { deactivatePerson } from '@landbridge/contract/people';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, newClientId } from '../../testing/world.ts';

describe('name imperative', () => {
  let server: TestServer;
  let administrator: TestPerson;
  let leader: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.person('Administrator', { isAdministrator: true });
    leader = await server.person('Leader');
  });
  afterAll(() => server.stop());

  const name = (text: string, ownerId: PersonId | null = null) =>
    administrator.do(communities.nameImperative, { body: { clientId: newClientId(), name: text, ownerId } });
  const refusedName = (text: string, ownerId: PersonId | null = null) =>
    administrator.refused(communities.nameImperative, { body: { clientId: newClientId(), name: text, ownerId } });
  const serving = (community: communities.CommunityView, imperativeIds: ImperativeId[]) => ({
    params: { communityId: community.id },
    body: { version: community.version, name: community.name, domain: '', people: '', practice: '', imperativeIds },
  });
  const serve = (community: communities.CommunityView, ids: ImperativeId[]) =>
    leader.do(communities.editCommunity, serving(community, ids));

  it('shows its owner, and communities that serve it name both', async () => {
    const { id } = await name(`Uptime ${uuid()}`, leader.id);

    const { imperatives } = await serve(await foundCommunity(leader), [id]);

    expect(imperatives).toMatchObject([{ id, owner: { id: leader.id, name: 'Leader' } }]);
  });

  it('is refused while an open one has the name, in other letters too', async () => {
    const text = `Yield ${uuid()}`;
    const { id } = await name(text);

    expect(await refusedName(text.toUpperCase())).toMatchObject({ code: 'imperative.name-taken' });

    await administrator.do(communities.closeImperative, { params: { imperativeId: id } });
    await name(text.toUpperCase());
    const refusal = await administrator.refused(communities.reopenImperative, { params: { imperativeId: id } });
    expect(refusal).toMatchObject({ code: 'imperative.name-taken' });
  });

  it('is refused with an owner who is gone, or not there', async () => {
    const gone = await server.person('Gone');
    await administrator.do(deactivatePerson, { params: { personId: gone.id } });

    expect(await refusedName(`Safety ${uuid()}`, gone.id)).toMatchObject({ code: 'person.not-found' });
  });

  it('is changed against the version it was read in', async () => {
    const { id } = await name(`Cost ${uuid()}`);
    const change = (text: string) => ({ params: { imperativeId: id }, body: { version: 1, name: text, ownerId: null } });
    const first = `Cost of energy ${uuid()}`;
    await administrator.do(communities.changeImperative, change(first));

    const refusal = await administrator.refused(communities.changeImperative, change(`Cost of steel ${uuid()}`));

    expect(refusal).toMatchObject({ code: 'version.stale', current: { name: first, version: 2 } });
  });

  it('is written into the audit log with its name', async () => {
    const { id, name: text } = await name(`People ${uuid()}`);
    const change = { version: 1, name: `${text}!`, ownerId: leader.id };
    await administrator.do(communities.changeImperative, { params: { imperativeId: id }, body: change });
    await administrator.do(communities.closeImperative, { params: { imperativeId: id } });

    const { entries } = await administrator.do(listAuditEntries);

    expect(entries.slice(0, 4)).toMatchObject([
      { action: 'imperative.closed', subject: { kind: 'imperative', name: `${text}!` } },
      { action: 'imperative.owner-changed' },
      { action: 'imperative.renamed', details: { from: text, to: `${text}!` } },
      { action: 'imperative.named', subject: { kind: 'imperative' } },
    ]);
  });

  it('lists open ones first and goes on where the page ended', async () => {
    const mark = uuid();
    const closed = await name(`A ${mark}`);
    await name(`B ${mark}`);
    await name(`C ${mark}`);
    await administrator.do(communities.closeImperative, { params: { imperativeId: closed.id } });
    const list = (cursor?: string) => leader.do(communities.listImperatives, { query: { q: mark, limit: 2, cursor } });

    const first = await list();
    const second = await list(first.nextCursor ?? undefined);

    expect([...first.imperatives, ...second.imperatives].map((one) => one.name[0]).join('')).toBe('BCA');
    expect(second.nextCursor).toBeNull();
    const open = await leader.do(communities.listImperatives, { query: { q: mark, show: 'open' } });
    expect(open.imperatives).toHaveLength(2);
  });

  it('keeps a closed one where it is served, and refuses it where it would come', async () => {
    const { id } = await name(`Speed ${uuid()}`);
    const served = await serve(await foundCommunity(leader), [id]);
    await administrator.do(communities.closeImperative, { params: { imperativeId: id } });
    const { id: otherId } = await name(`Growth ${uuid()}`);

    expect((await serve(served, [otherId, id])).imperatives.map((one) => one.id)).toEqual([otherId, id]);

    const refusal = await leader.refused(communities.editCommunity, serving(await foundCommunity(leader), [id]));
    expect(refusal).toMatchObject({ code: 'imperative.closed' });
  });

  it('refuses four of them, and one that is not there', async () => {
    const community = await foundCommunity(leader);
    const unknown = (count: number) => Array.from({ length: count }, () => communities.servedImperatives.element.shape.id.parse(uuid()));

    expect(await leader.refused(communities.editCommunity, serving(community, unknown(4)))).toMatchObject({ code: 'request.invalid' });
    expect(await leader.refused(communities.editCommunity, serving(community, unknown(1)))).toMatchObject({ code: 'imperative.not-found' });
  });

  it('counts and finds the communities that serve it, but no private one for those outside', async () => {
    const visitor = await server.person('Visitor');
    const { id } = await name(`Quality ${uuid()}`);
    const open = await serve(await foundCommunity(leader), [id]);
    await serve(await foundCommunity(leader, { visibility: 'private' }), [id]);
    const seen = async (person: TestPerson) => ({
      count: (await person.do(communities.getImperative, { params: { imperativeId: id } })).communityCount,
      found: (await person.do(communities.listCommunities, { query: { imperative: id } })).communities.map((one) => one.id),
    });

    expect(await seen(visitor)).toEqual({ count: 1, found: [open.id] });
    expect(await seen(leader)).toMatchObject({ count: 2 });
  });
});
