import type { CommunityId, ThreadId } from '@landbridge/contract';
import { askToJoin, joinCommunity, removeMember } from '@landbridge/contract/communities';
import * as home from '@landbridge/contract/home';
import { markHelped, tellOutcome, type IssueView } from '@landbridge/contract/practice-issues';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitOnClock } from '../../testing/clock.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, bring, follow, foundCommunity, read, say, startAcrossUnits, startThread, step, thank } from '../../testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A community with a convener, somebody who asks and somebody who helps. */
const makeWorld = async (visibility: 'open' | 'private' = 'open') => {
  const convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
  const asker = await server.person('Tomasz Wieczorek', { unit: 'Towers' });
  const helper = await server.person('Priya Raghunathan', { unit: 'Foundations' });
  const { id: communityId } = await foundCommunity(convener, { visibility });
  await bring(convener, asker, communityId);
  await bring(convener, helper, communityId);
  return { convener, asker, helper, communityId };
};

const needsOf = async (person: TestPerson) => (await person.do(home.getHome)).needs;
const kindsOf = async (person: TestPerson) => (await needsOf(person)).map(({ kind }) => kind);
const newsOf = async (person: TestPerson) => (await person.do(home.getHome)).news;
const see = (person: TestPerson) => person.do(home.seeHome);
const setDone = (person: TestPerson, kind: home.NeedKind, threadId: ThreadId, isDone = true) =>
  person.do(home.setNeedDone, { body: { kind, threadId, isDone } });
const answer = (helper: TestPerson, { threadId }: IssueView, words = 'Mask a ring round each hole.') => say(helper, threadId, words);
const mention = ({ id, name }: TestPerson) => `[@${name}](person:${id}) knows.`;
const askedThreeWeeksAgo = ({ id }: IssueView) =>
  server.database.pool.query('update practice_issues set outcome_asked_at = now() where id = $1', [id]);

describe('what needs me', () => {
  it('is an answer to my issue, until I say of a message that it helped', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    await say(asker, issue.threadId, 'Nobody yet?');
    const said = await answer(helper, issue);

    const [need] = await needsOf(asker);
    expect(need).toMatchObject({
      kind: 'answered',
      threadId: issue.threadId,
      issueId: issue.id,
      title: issue.title,
      since: said.postedAt,
      by: { name: helper.name, unit: { name: 'Foundations' } },
      excerpt: said.excerpt,
      messageId: said.id,
    });

    await asker.do(markHelped, { params: { issueId: issue.id, messageId: said.id } });
    expect(await needsOf(asker)).toEqual([]);
  });

  it('is the question what happened, until I tell', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    await thank(asker, issue, await answer(helper, issue));
    await askedThreeWeeksAgo(issue);

    expect(await needsOf(asker)).toMatchObject([{ kind: 'what-happened', by: { name: helper.name } }]);

    await step(asker, issue, 'try');
    await step(asker, issue, 'not-use');
    expect(await needsOf(asker)).toEqual([]);
  });

  it('is what changed where a message of mine helped', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    await thank(asker, issue, await answer(helper, issue));
    const { version } = await step(asker, issue, 'try');
    await asker.do(tellOutcome, { params: { issueId: issue.id }, body: { version, markdown: 'The instruction masks the seat.' } });

    const needs = await needsOf(helper);

    expect(needs).toMatchObject([{ kind: 'outcome-told', by: { name: asker.name }, excerpt: 'The instruction masks the seat.' }]);
  });

  it('is a message that mentions me or replies to me, until I read it', async () => {
    const { convener, asker, helper, communityId } = await makeWorld();
    const { thread } = await startThread(convener, communityId);
    const mine = await say(asker, thread.id, 'We use chalk.');
    await say(helper, thread.id, 'Chalk washes off.', { replyToId: mine.id });
    await say(convener, thread.id, mention(asker));

    expect(await needsOf(asker)).toMatchObject([{ kind: 'replied', by: { name: helper.name }, excerpt: 'Chalk washes off.' }]);
    await read(asker, thread.id, 3);
    expect(await kindsOf(asker)).toEqual(['mentioned']);
    await read(asker, thread.id, 4);
    expect(await kindsOf(asker)).toEqual([]);
  });

  it('is no thread that I muted', async () => {
    const { convener, asker, communityId } = await makeWorld();
    const { thread } = await startThread(convener, communityId);
    await follow(asker, thread.id, 'muted');

    await say(convener, thread.id, mention(asker));

    expect(await needsOf(asker)).toEqual([]);
    expect(await newsOf(asker)).toEqual([]);
  });

  it('is, for leaders alone, an issue that nobody answered for a day, or half an hour where it is urgent', async () => {
    const { convener, asker, helper, communityId } = await makeWorld();
    const calm = await ask(asker, communityId, { title: 'Calm' });
    const urgent = await ask(asker, communityId, { title: 'Urgent', stakes: 'Nine towers.', isUrgent: true });
    const posted = (issue: IssueView, ago: string) =>
      server.database.pool.query(`update practice_issues set posted_at = now() - $2::interval where id = $1`, [issue.id, ago]);
    await posted(calm, '23 hours');
    await posted(urgent, '31 minutes');

    expect((await needsOf(convener)).map(({ title }) => title)).toEqual(['Urgent']);
    await posted(calm, '25 hours');
    expect((await needsOf(convener)).map(({ title }) => title)).toEqual(['Calm', 'Urgent']);
    expect(await needsOf(helper)).toEqual([]);

    await answer(helper, calm);
    expect((await needsOf(convener)).map(({ title }) => title)).toEqual(['Urgent']);
  });

  it('comes in the order of who waits longest', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const first = await ask(asker, communityId, { title: 'First' });
    const second = await ask(asker, communityId, { title: 'Second' });
    await answer(helper, second);
    await answer(helper, first);

    expect((await needsOf(asker)).map(({ title }) => title)).toEqual(['Second', 'First']);
  });

  it('is put away until something new happens there, and taken back', async () => {
    const { convener, asker, communityId } = await makeWorld();
    const { thread } = await startThread(convener, communityId);
    await say(convener, thread.id, mention(asker));
    await setDone(asker, 'mentioned', thread.id);
    expect(await kindsOf(asker)).toEqual([]);

    await setDone(asker, 'mentioned', thread.id, false);
    expect(await kindsOf(asker)).toEqual(['mentioned']);

    await setDone(asker, 'mentioned', thread.id);
    await read(asker, thread.id, 2);
    await say(convener, thread.id, mention(asker));
    expect(await kindsOf(asker)).toEqual(['mentioned']);
  });

  it('is nothing of a community that I lost sight of', async () => {
    const { convener, asker, helper, communityId } = await makeWorld('private');
    const issue = await ask(asker, communityId);
    await answer(helper, issue);

    await convener.do(removeMember, { params: { communityId, personId: asker.id } });

    expect(await needsOf(asker)).toEqual([]);
    expect(await newsOf(asker)).toEqual([]);
  });
});

describe('who asks to join', () => {
  it('is told to the leaders of the community alone, until they answer', async () => {
    const { convener, asker } = await makeWorld();
    const { id: communityId } = await foundCommunity(convener, { visibility: 'closed' });
    await bring(convener, asker, communityId);
    const stranger = await server.person('Stranger Strand');
    await stranger.do(askToJoin, { params: { communityId }, body: { words: 'We close flanges too.' } });
    const requestsOf = async (person: TestPerson) => (await person.do(home.getHome)).requests;

    expect(await requestsOf(convener)).toMatchObject([{ community: { id: communityId }, count: 1 }]);
    expect(await requestsOf(asker)).toEqual([]);
    expect(await requestsOf(stranger)).toEqual([]);
  });
});

describe('leading a community', () => {
  const lead = (leader: TestPerson, communityId: CommunityId) => leader.do(home.getLeading, { params: { communityId } });

  it('shows issues without an answer, and newcomers whom nobody answered or mentioned', async () => {
    const { convener, asker, helper, communityId } = await makeWorld();
    const waiting = await ask(asker, communityId, { title: 'Waiting' });
    await say(asker, waiting.threadId, 'Anybody?');
    const answered = await ask(asker, communityId, { title: 'Answered' });
    await answer(helper, answered);
    const newcomer = await server.person('Newcomer Nielsen');
    await newcomer.do(joinCommunity, { params: { communityId } });

    const view = await lead(convener, communityId);

    expect(view.unanswered.map(({ title }) => title)).toEqual(['Waiting']);
    expect(view.health).toMatchObject({ memberCount: 4, openIssueCount: 2, unansweredCount: 1, rings: null });
    expect(view.health.openRoles).toHaveLength(7);
    expect(view.newcomers.map(({ person }) => person.name)).toContain(newcomer.name);

    await say(convener, answered.threadId, mention(newcomer));
    expect((await lead(convener, communityId)).newcomers.map(({ person }) => person.name)).not.toContain(newcomer.name);
  });

  it('counts rings only where there are enough people, and tells each member their own', async () => {
    const { convener, asker, communityId } = await makeWorld();
    await say(asker, (await ask(asker, communityId)).threadId, 'Anybody?');
    for (let count = 0; count < 12; count++) {
      const person = await server.person(`Onlooker ${count}`);
      await person.do(joinCommunity, { params: { communityId } });
    }

    // One has spoken: too few to show, and so is the number of those who have not.
    expect((await lead(convener, communityId)).health.rings).toEqual({ core: null, active: null, occasional: null, peripheral: 14 });
    expect(await asker.do(home.getOwnRing, { params: { communityId } })).toEqual({ ring: 'occasional', weeks: 1 });
    expect(await convener.do(home.getOwnRing, { params: { communityId } })).toEqual({ ring: 'peripheral', weeks: 0 });
  });
});

describe('what is new', () => {
  const joined = async (communityId: CommunityId) => {
    const reader = await server.person('Reader Rasmussen', { unit: 'Towers' });
    await reader.do(joinCommunity, { params: { communityId } });
    return reader;
  };

  it('is what was said and asked where I am a member, one row for each conversation, the newest first', async () => {
    const { convener, asker, communityId } = await makeWorld();
    const reader = await joined(communityId);
    const { thread } = await startThread(convener, communityId, { title: 'Spoken in' });
    const issue = await ask(asker, communityId, { title: 'Asked' });
    await say(convener, thread.id, 'And again.');

    expect(await newsOf(reader)).toMatchObject([
      { kind: 'spoken', threadId: thread.id, title: 'Spoken in', by: { name: convener.name }, unreadCount: 2, issueId: null },
      { kind: 'posted', issueId: issue.id, issueState: 'open', title: 'Asked', by: { name: asker.name }, unreadCount: 0 },
    ]);
    expect((await newsOf(convener)).map(({ title }) => title)).toEqual(['Asked']);
  });

  it('tells first of an issue what changed', async () => {
    const { asker, communityId } = await makeWorld();
    const reader = await joined(communityId);
    const issue = await ask(asker, communityId);
    const { version } = await step(asker, issue, 'try');
    await asker.do(tellOutcome, { params: { issueId: issue.id }, body: { version, markdown: 'It holds.' } });
    await say(asker, issue.threadId, 'See above.');

    expect(await newsOf(reader)).toMatchObject([{ kind: 'outcome-told', issueState: 'outcome-told', unreadCount: 1 }]);
  });

  it('is a thread across units that my unit is invited to, with its units', async () => {
    const { convener } = await makeWorld();
    const reader = await server.person('Reader Rasmussen', { unit: 'Hubs' });
    const { thread } = await startAcrossUnits(convener, [await server.unit('Hubs')]);

    expect(await newsOf(reader)).toMatchObject([{ threadId: thread.id, community: null, units: [{ name: 'Hubs' }] }]);
  });

  it('does not repeat what needs me', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    await answer(helper, issue);

    expect(await kindsOf(asker)).toEqual(['answered']);
    expect(await newsOf(asker)).toEqual([]);
  });

  it('stays new while I am here, and is old when I come back after half an hour', async () => {
    const { convener, communityId } = await makeWorld();
    const reader = await joined(communityId);
    const { thread } = await startThread(convener, communityId);
    await see(reader);
    await see(reader);
    expect((await newsOf(reader)).map(({ threadId }) => threadId)).toEqual([thread.id]);

    waitOnClock(server, 31 * minuteMs);
    await see(reader);
    expect(await newsOf(reader)).toEqual([]);

    await say(convener, thread.id, 'Since then.');
    expect((await newsOf(reader)).map(({ threadId }) => threadId)).toEqual([thread.id]);
  });

  it('goes back two weeks for whoever is here for the first time', async () => {
    const { convener, communityId } = await makeWorld();
    const reader = await joined(communityId);
    const { thread } = await startThread(convener, communityId);

    const { since } = await reader.do(home.getHome);
    await server.database.pool.query(`update threads set last_message_at = now() - interval '15 days' where id = $1`, [thread.id]);

    expect(Date.now() - Date.parse(since)).toBeGreaterThan(13 * dayMs);
    expect(await newsOf(reader)).toEqual([]);
  });
});
