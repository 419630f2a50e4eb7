import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLines, smallWorld, totals } from '../../testing/import-lines.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, bring, foundCommunity, say, startThread, thank, upload } from '../../testing/world.ts';
import { threadId, type CommunityId } from '@landbridge/contract';
import { closeCommunity, getCommunity, mergeCommunity } from '@landbridge/contract/communities';
import type { TestPerson } from '../../testing/test-person.ts';
import { ExportHistory } from './export-history.ts';

const linesOf = async (server: TestServer): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of server.running.application.get(ExportHistory).lines()) lines.push(line);
  return lines;
};

/** One that is closed, and two that went one into the other and then into a third. */
const endCommunities = async (convener: TestPerson, heirId: CommunityId) => {
  const [closed, former, between] = [await foundCommunity(convener), await foundCommunity(convener), await foundCommunity(convener)];
  await convener.do(closeCommunity, { params: { communityId: closed.id } });
  await convener.do(mergeCommunity, { params: { communityId: former.id }, body: { intoId: between.id } });
  await convener.do(mergeCommunity, { params: { communityId: between.id }, body: { intoId: heirId } });
};

describe('export', () => {
  let server: TestServer;
  let other: TestServer;
  beforeAll(async () => {
    server = await startTestServer({}, { isEmpty: true });
    other = await startTestServer({}, { isEmpty: true });
  });
  afterAll(async () => {
    await server.stop();
    await other.stop();
  });

  it('gives the same file again, byte for byte, from an empty database into which it was imported', async () => {
    await importLines(server, smallWorld);
    const convener = await server.person('Adwoa Mensah', { unit: 'Blades', isAdministrator: true });
    const member = await server.person('Rui Carvalho', { unit: 'Hubs' });
    const community = await foundCommunity(convener);
    await bring(convener, member, community.id);
    const { thread, messages } = await startThread(convener, community.id, { markdown: 'One mark is _enough_.' });
    await say(
      member,
      thread.id,
      `[@Adwoa Mensah](person:${convener.id}) > no\n\n> [Adwoa Mensah](message:${messages[0]?.id})\n>\n> One mark\n\nTwo.`,
    );
    // The format knows no files: what came without words is told by their names.
    await say(member, thread.id, '', { fileIds: [(await upload(member, 'Torque log.txt', 'Two marks.')).id] });
    await endCommunities(convener, community.id);
    const issue = await ask(convener, community.id);
    await thank(convener, issue, await say(member, threadId.parse(issue.id), 'Wash them.'));

    const first = await linesOf(server);
    const arrived = await importLines(other, first);
    const second = await linesOf(other);

    expect(totals(arrived)).toEqual({ new: first.length - 1, changed: 0, unchanged: 0, kept: 0, rejected: 0 });
    expect(second).toEqual(first);
    expect(first.filter((line) => line.includes('"old-forum:m1"')).length).toBeGreaterThan(0);
  });

  it('says which communities are closed, and which one they went into', async () => {
    const lines = (await linesOf(other)).map((line) => JSON.parse(line)).filter(({ type }) => type === 'community');
    const ended = lines.filter(({ closedAt }) => closedAt !== undefined);
    const reader = await other.person('Rui Carvalho');

    const views = await Promise.all(ended.map(({ id }) => reader.do(getCommunity, { params: { communityId: id } })));

    expect(views.map(({ closedAt, mergedInto }) => ({ closedAt, mergedInto: mergedInto?.id }))).toEqual(
      ended.map(({ closedAt, mergedInto }) => ({ closedAt, mergedInto })),
    );
    expect(ended.map(({ mergedInto }) => mergedInto !== undefined).toSorted()).toEqual([false, true, true]);
  });

  it('changes nothing where it comes from', async () => {
    const lines = await linesOf(server);

    const back = await importLines(server, lines);

    expect(totals(back)).toMatchObject({ new: 0, changed: 0, rejected: 0 });
    expect(await linesOf(server)).toEqual(lines);
  });
});
