import type { CommunityId, Route } from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import { downloadFile } from '@landbridge/contract/files';
import { getHome, seeHome } from '@landbridge/contract/home';
import { getMe } from '@landbridge/contract/identity';
import * as library from '@landbridge/contract/library';
import { getUnreadNotices, listNotices } from '@landbridge/contract/notifications';
import { listUnits } from '@landbridge/contract/organisation';
import { getPerson, listPeople } from '@landbridge/contract/people';
import * as issues from '@landbridge/contract/practice-issues';
import * as sessions from '@landbridge/contract/sessions';
import * as threads from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Mailer } from '../platform/mail/mailer.ts';
import { LeakOracle, type Audience } from './leak-oracle.ts';
import { askSample, routesSignOutLast, type Target } from './sample-requests.ts';
import type { Received, TestPerson } from './test-person.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import { ask, bring, follow, foundCommunity, keep, newClientId, plan, read, say, startThread, step, thank, upload } from './world.ts';

interface Run {
  readonly server: TestServer;
  readonly oracle: LeakOracle;
  readonly logged: Received[];
  readonly people: Readonly<Record<'convener' | 'member' | 'former' | 'outsider' | 'administrator', TestPerson>>;
}

const startRun = async (): Promise<Run> => {
  const logged: Received[] = [];
  const logTo = { write: (text: string) => void logged.push({ by: 'log', text }) };
  const server = await startTestServer({ LOG_LEVEL: 'trace' }, { logTo });
  const people = {
    convener: await (await server.person('Convener', { unit: 'Bogies' })).connect(),
    member: await (await server.person('Member', { unit: 'Towers' })).connect(),
    former: await (await server.person('Former', { unit: 'Towers' })).connect(),
    outsider: await (await server.person('Outsider', { unit: 'Towers' })).connect(),
    administrator: await (await server.person('Administrator', { isAdministrator: true })).connect(),
  };
  return { server, oracle: new LeakOracle(), logged, people };
};

type Hiding = Exclude<communities.Visibility, 'open'>;

/**
 * Everything that can be done in a private or closed community, with a word of its own in every text.
 * Of a closed one name and charter are for everybody: no secret stands in them.
 */
const fillHiddenCommunity = async ({ oracle, people }: Run, visibility: Hiding = 'private') => {
  const { convener, member, former } = people;
  const secret = (about: string) => oracle.word(about, ['Convener', 'Member']);
  const known = (about: string) => oracle.word(about, ['Convener', 'Member', 'Former']);
  const publicly = (about: string) => (visibility === 'closed' ? `${about} ${newClientId()}` : secret(about));
  const { id: communityId } = await foundCommunity(convener, {
    name: visibility === 'closed' ? publicly('first name') : known('first name of the community'),
    visibility,
    domain: visibility === 'closed' ? '' : known('first charter'),
  });
  await bring(convener, member, communityId);
  await bring(convener, former, communityId);
  const { thread } = await startThread(convener, communityId, { title: known('first title'), markdown: known('first message') });
  const threadId = thread.id;
  for (const person of [convener, member, former]) await person.ask(threads.watchThread, { threadId });
  await say(convener, threadId, known('message of before'));
  await former.do(threads.getThread, { params: { threadId } });
  await convener.do(communities.removeMember, { params: { communityId, personId: former.id } });

  const charter = { domain: publicly('domain'), people: publicly('people'), practice: publicly('practice') };
  const { imperatives } = await convener.do(communities.listImperatives, { query: { show: 'open', q: 'uptime', limit: 3 } });
  const details = {
    rhythm: publicly('rhythm'),
    stageEvidence: secret('evidence'),
    imperativeIds: imperatives.map(({ id }) => id),
  };
  await convener.do(communities.editCommunity, {
    params: { communityId },
    body: { version: 1, name: publicly('name'), ...charter, ...details },
  });
  await member.do(communities.takeLeadership, { params: { communityId, leadership: 'community-keeper' } });
  await convener.do(threads.changeThread, { params: { threadId }, body: { version: 1, title: secret('title') } });
  const message = await say(convener, threadId, secret('former text'));
  await convener.do(threads.editMessage, { params: { messageId: message.id }, body: { version: 1, markdown: secret('text') } });
  const mentioning = secret('text with a mention');
  await say(convener, threadId, `[@Member](person:${member.id}) ${mentioning}`);
  await expect.poll(async () => (await member.do(listNotices)).notices.map(({ excerpt }) => excerpt).join()).toContain(mentioning);
  await say(member, threadId, secret('reply'), { replyToId: message.id });
  const words = secret('quoted text');
  const quoted = await say(convener, threadId, words);
  await say(member, threadId, `> [Convener](message:${quoted.id})\n> ${words}\n\n${secret('text with a quote')}`);
  await say(member, threadId, `\`\`\`ts\nconst ${secret('code')} = 1;\n\`\`\``);
  await member.do(threads.react, { params: { messageId: message.id, emoji: '👍' } });
  const file = await upload(member, `${secret('name of a file')}.txt`, secret('words of a file'));
  await say(member, threadId, '', { fileIds: [file.id] });
  for (const person of [convener, member]) {
    await person.do(downloadFile, { params: { fileId: file.id, kind: 'original' } });
    await person.do(threads.getThread, { params: { threadId } });
  }
  const deleted = await say(member, threadId, secret('deleted text'));
  await member.do(threads.deleteMessage, { params: { messageId: deleted.id } });
  await convener.do(threads.changeThread, { params: { threadId }, body: { version: 2, isClosed: true } });
  await convener.do(threads.changeThread, { params: { threadId }, body: { version: 3, isClosed: false } });
  await follow(member, threadId, 'following');
  await read(member, threadId, 2);
  await member.ask(threads.startTyping, { threadId });
  const issueId = await fillPrivateIssue(member, convener, communityId, secret);
  const sessionId = await fillPrivateSession(convener, member, communityId, secret);
  const artifactId = await fillPrivateArtifact(member, communityId, issueId, secret);
  return { communityId, threadId, issueId, sessionId, artifactId, messageId: message.id, personId: member.id, fileId: file.id };
};

/** A session that is on, answered and with somebody taking part. */
const fillPrivateSession = async (leader: TestPerson, member: TestPerson, communityId: CommunityId, secret: (about: string) => string) => {
  const texts = { title: secret('title of the session'), place: secret('place'), notes: secret('notes') };
  const { id: sessionId } = await plan(leader, communityId, { ...texts, inMinutes: -5 });
  const params = { sessionId };
  await member.do(sessions.answerSession, { params, body: { isComing: true } });
  await leader.do(sessions.recordPart, { params: { sessionId, personId: member.id } });
  await leader.do(sessions.editSession, { params, body: { version: 1, title: secret('later title of the session') } });
  for (const person of [leader, member]) {
    await person.do(sessions.listSessions, { query: { side: 'ahead' } });
    await person.do(sessions.listSessionPeople, { params });
    await person.request(sessions.getSessionCalendar, { params });
  }
  return sessionId;
};

/** An artifact kept from the issue, written twice. */
const fillPrivateArtifact = async (author: TestPerson, communityId: CommunityId, issueId: string, secret: (about: string) => string) => {
  const texts = { title: secret('title of the artifact'), markdown: secret('text of the artifact') };
  const file = await upload(author, `${secret('name of a file of the artifact')}.txt`, secret('words of a file of the artifact'));
  const { id: artifactId } = await keep(author, [communityId], { ...texts, fromIssueId: issueId, fileIds: [file.id] });
  const body = { version: 1, markdown: secret('later text of the artifact'), fileIds: [] };
  await author.do(library.editArtifact, { params: { artifactId }, body });
  await author.do(downloadFile, { params: { fileId: file.id, kind: 'original' } });
  await author.do(library.getArtifactVersion, { params: { artifactId, version: 1 } });
  await author.do(library.listArtifactVersions, { params: { artifactId } });
  await author.do(library.listArtifacts, { query: { q: texts.title } });
  return artifactId;
};

/** The whole life of an issue in it. */
const fillPrivateIssue = async (asker: TestPerson, helper: TestPerson, communityId: CommunityId, secret: (about: string) => string) => {
  const texts = { title: secret('title of the issue'), situation: secret('situation'), tried: secret('tried'), stakes: secret('stakes') };
  const issue = await ask(asker, communityId, { ...texts, tags: [secret('tag')], isUrgent: true });
  const params = { issueId: issue.id };
  for (const person of [asker, helper]) await person.ask(threads.watchThread, { threadId: issue.threadId });
  const said = await say(helper, issue.threadId, secret('what helped'));
  await thank(asker, issue, said);
  const { version } = await step(asker, issue, 'try');
  const outcome = { markdown: secret('outcome'), before: secret('before'), after: secret('after') };
  await asker.do(issues.tellOutcome, { params, body: { version, ...outcome } });
  for (const person of [asker, helper]) {
    await person.do(getHome);
    await person.do(issues.getIssue, { params });
    await person.do(issues.listIssues, { query: { q: texts.title } });
    await person.do(issues.findLookAlikes, { query: { q: texts.title } });
  }
  return issue.id;
};

/** The same for a thread that no community owns: for the convener's unit, for Member by name, and until a while ago for Former. */
const fillThreadAcrossUnits = async ({ oracle, people }: Run) => {
  const { convener, member, former } = people;
  const secret = (about: string) => oracle.word(about, ['Convener', 'Member']);
  const known = (about: string) => oracle.word(about, ['Convener', 'Member', 'Former']);
  const unitIds = (await convener.do(listUnits)).units.filter(({ name }) => name === 'Bogies').map(({ id }) => id);
  const opened = await convener.do(threads.openCrossUnitThread, {
    body: {
      clientId: newClientId(),
      title: known('first title'),
      question: known('first question'),
      markdown: known('first message'),
      unitIds,
      personIds: [member.id, former.id],
    },
  });
  const threadId = opened.thread.id;
  for (const person of [convener, member, former]) await person.ask(threads.watchThread, { threadId });
  await former.do(threads.getThread, { params: { threadId } });
  await convener.do(threads.changeParticipants, { params: { threadId }, body: { version: 1, unitIds, personIds: [member.id] } });
  await convener.do(threads.changeThread, {
    params: { threadId },
    body: { version: 2, title: secret('title'), question: secret('question') },
  });
  const message = await say(member, threadId, secret('text'));
  await convener.do(threads.pinMessage, { params: { messageId: message.id } });
  await convener.do(threads.getThread, { params: { threadId } });
  await member.do(threads.getThread, { params: { threadId } });
  return { threadId, messageId: message.id, personId: member.id };
};

/** What is told live reaches a socket in this order: when the last is there, all before it are. */
const saySomethingLast = async (person: TestPerson, communityId: CommunityId): Promise<void> => {
  const { thread } = await startThread(person, communityId, { title: 'The end' });
  await person.hears(threads.threadMoved, (moved) => moved.thread.id === thread.id);
};

/** The call that leaves a room comes first: whoever was let into one by another call stays there and would hear. */
const callsLeavingFirst = (names: readonly string[]): string[] => [
  threads.unwatchThread.name,
  ...names.filter((name) => name !== threads.unwatchThread.name),
];

/** Asks everything there is about the private things, as everybody who may not see them. */
const tryEverything = async ({ people, server }: Run, target: Target & { threadId: string; communityId: string }): Promise<void> => {
  const { outsider, administrator, former } = people;
  for (const person of [outsider, administrator, former, server.visitor()])
    for (const route of routesSignOutLast()) {
      if (person.id === outsider.id || route.name !== 'signOut') await askSample(person, route, aimed(route, target), 'canary');
    }
};

/** Whoever is in the know must stay: an account that an administrator closed hears nothing more. */
const aimed = (route: Route, target: Target): Target => (route.name === 'deactivatePerson' ? { ...target, personId: undefined } : target);

const tryEveryCall = async ({ people, server }: Run, target: { threadId: string; communityId: string }): Promise<void> => {
  for (const person of [people.outsider, people.administrator, people.former])
    for (const name of callsLeavingFirst(server.callNames))
      await person.askAnything(name, name.startsWith('community') ? { communityId: target.communityId } : { threadId: target.threadId });
};

const audiencesOf = async ({ people, server, logged }: Run): Promise<Audience[]> => {
  const machine = server.visitor();
  for (const path of ['/metrics', '/health/ready', '/api/openapi.json']) await machine.send('GET', path);
  const mails = server.running.application.get(Mailer).mailbox.map((mail) => ({ by: 'mail', text: JSON.stringify(mail) }));
  return [
    ...Object.values(people),
    { name: 'Machines', received: machine.received },
    { name: 'Mailbox', received: mails },
    { name: 'Logs', received: logged },
  ];
};

describe('leak oracle', () => {
  let run: Run;
  beforeAll(async () => {
    run = await startRun();
  });
  afterAll(async () => {
    for (const person of Object.values(run.people)) person.disconnect();
    await run.server.stop();
  });

  it('finds no private text with anybody who may not see it, after everything was tried', async () => {
    const commons = await foundCommunity(run.people.convener);
    for (const person of Object.values(run.people)) await person.do(communities.joinCommunity, { params: { communityId: commons.id } });
    await Promise.all([fillHiddenCommunity(run), tryWhileItHappens(run)]);
    const target = await fillHiddenCommunity(run);
    await tryEveryCall(run, target);
    await say(run.people.convener, target.threadId, run.oracle.word('message after all calls', ['Convener', 'Member']));
    for (const person of [run.people.convener, run.people.member])
      for (const route of [threads.getThread, threads.getThreadChanges, communities.getCommunity, threads.getMessageHistory])
        await askSample(person, route, target, 'canary');
    await tryEverything(run, target);
    await saySomethingLast(run.people.convener, commons.id);

    const audiences = await audiencesOf(run);

    expect(run.oracle.leaks(audiences)).toEqual([]);
    expect(run.oracle.unseen(audiences)).toEqual([]);
    expect(run.logged.length).toBeGreaterThan(100);
  });

  it('answers an outsider the same before and after a private community is founded and lives', async () => {
    const outsider = await run.server.person('Second outsider');
    const { member, administrator } = run.people;
    const imperative = await administrator.do(communities.nameImperative, { body: { clientId: newClientId(), name: 'Uptime' } });
    const everything = async () => [
      await outsider.do(communities.listCommunities),
      await outsider.do(communities.listCommunities, { query: { imperative: imperative.id } }),
      await outsider.do(communities.listImperatives),
      await outsider.do(threads.getUnread),
      await outsider.do(threads.findThreads, { query: { q: 'canary' } }),
      await outsider.do(getHome),
      await outsider.do(listNotices),
      await outsider.do(getUnreadNotices),
      await outsider.do(issues.listIssues),
      await outsider.do(issues.countIssues),
      await outsider.do(issues.findLookAlikes, { query: { q: 'canary' } }),
      await outsider.do(issues.listIssueTags),
      await outsider.do(sessions.listSessions),
      await outsider.do(sessions.findSessions, { query: { q: 'canary' } }),
      await outsider.do(library.listArtifacts),
      await outsider.do(library.listArtifacts, { query: { q: 'canary' } }),
      await outsider.do(listPeople),
      await outsider.do(getPerson, { params: { personId: member.id } }),
      await outsider.do(getMe),
    ];
    await outsider.do(seeHome);
    const before = await everything();

    await fillHiddenCommunity(run);

    expect(await everything()).toEqual(before);
  });
});

/** A stream of requests that runs beside everything else, so that no moment of a change is unwatched. */
const tryWhileItHappens = async ({ people }: Run): Promise<void> => {
  for (let round = 0; round < 20; round++) {
    await people.outsider.do(threads.getUnread);
    await people.former.do(threads.findThreads, { query: { q: 'canary' } });
    await people.outsider.do(issues.listIssues);
    await people.outsider.do(communities.listCommunities, { query: { q: 'canary' } });
  }
};

describe('leak oracle, in a closed community', () => {
  let run: Run;
  beforeAll(async () => {
    run = await startRun();
  });
  afterAll(async () => {
    for (const person of Object.values(run.people)) person.disconnect();
    await run.server.stop();
  });

  it('finds no text of a closed community with anybody who only sees that there is one', async () => {
    const commons = await foundCommunity(run.people.convener);
    await run.people.outsider.do(communities.joinCommunity, { params: { communityId: commons.id } });
    const target = await fillHiddenCommunity(run, 'closed');
    const asking = { params: { communityId: target.communityId } };
    const asker = await (await run.server.person('Asker', { unit: 'Towers' })).connect();
    await asker.do(communities.askToJoin, { ...asking, body: { words: run.oracle.word('request', ['Convener', 'Asker']) } });
    await run.people.convener.do(communities.listRequests, asking);
    await tryEveryCall(run, target);
    await say(run.people.convener, target.threadId, run.oracle.word('message after all calls', ['Convener', 'Member']));
    for (const route of [threads.getThread, threads.getThreadChanges, communities.getCommunity, threads.getMessageHistory])
      await askSample(run.people.convener, route, target, 'canary');
    await tryEverything(run, target);
    await saySomethingLast(run.people.convener, commons.id);

    const audiences = [...(await audiencesOf(run)), asker];

    expect(run.oracle.leaks(audiences)).toEqual([]);
    expect(run.oracle.unseen(audiences)).toEqual([]);
    asker.disconnect();
  });
});

describe('leak oracle, across units', () => {
  let run: Run;
  beforeAll(async () => {
    run = await startRun();
  });
  afterAll(async () => {
    for (const person of Object.values(run.people)) person.disconnect();
    await run.server.stop();
  });

  it('finds no text of a thread across units with anybody it is not for', async () => {
    const commons = await foundCommunity(run.people.convener);
    const target = { ...(await fillThreadAcrossUnits(run)), communityId: commons.id };
    await tryEveryCall(run, target);
    await say(run.people.convener, target.threadId, run.oracle.word('message after all calls', ['Convener', 'Member']));
    await run.people.member.do(threads.getThread, { params: { threadId: target.threadId } });
    await tryEverything(run, target);
    await saySomethingLast(run.people.convener, commons.id);

    const audiences = await audiencesOf(run);

    expect(run.oracle.leaks(audiences)).toEqual([]);
    expect(run.oracle.unseen(audiences)).toEqual([]);
  });
});

describe('leak oracle, of a hidden message', () => {
  let run: Run;
  beforeAll(async () => {
    run = await startRun();
  });
  afterAll(async () => {
    for (const person of Object.values(run.people)) person.disconnect();
    await run.server.stop();
  });

  it('finds its text with nobody but its author and the leaders, after everything was tried', async () => {
    const { convener, member, outsider, former } = run.people;
    const secret = run.oracle.word('hidden text', ['Convener', 'Member']);
    const { id: communityId } = await foundCommunity(convener);
    await bring(convener, member, communityId);
    const { thread } = await startThread(convener, communityId);
    const file = await upload(member, `${secret}.txt`, secret);
    const hidden = await say(member, thread.id, `${secret} [@Former](person:${former.id})`, { fileIds: [file.id] });
    const edit = { version: 1, markdown: `${secret} once more` };
    await member.do(threads.editMessage, { params: { messageId: hidden.id }, body: edit });
    await say(member, thread.id, `> [Member](message:${hidden.id})\n> ${secret}\n\nMine.`);
    await say(convener, thread.id, 'A reply.', { replyToId: hidden.id });
    await convener.do(threads.pinMessage, { params: { messageId: hidden.id } });
    await convener.do(threads.hideMessage, { params: { messageId: hidden.id }, body: { reason: 'Not for here.' } });
    await expect
      .poll(
        async () => (await run.server.database.pool.query(`select 1 from messages where markdown like '%' || $1 || '%'`, [secret])).rows,
      )
      .toEqual([]);
    const target = { threadId: thread.id, communityId, messageId: hidden.id, personId: member.id, fileId: file.id };
    for (const person of [outsider, former]) await person.ask(threads.watchThread, { threadId: thread.id });
    await tryEveryCall(run, target);
    await tryEverything(run, target);
    for (const person of [convener, member]) await person.do(threads.getHiddenWords, { params: { messageId: hidden.id } });
    await saySomethingLast(convener, communityId);

    const audiences = await audiencesOf(run);

    expect(run.oracle.leaks(audiences)).toEqual([]);
    expect(run.oracle.unseen(audiences)).toEqual([]);
  });
});

describe('leak oracle, with the rule of reading switched off', () => {
  let run: Run;
  beforeAll(async () => {
    run = await startRun();
  });
  afterAll(async () => {
    for (const person of Object.values(run.people)) person.disconnect();
    await run.server.stop();
  });

  it('finds private texts by every way that reads', async () => {
    const target = await fillHiddenCommunity(run);
    // Behind the product's back: whatever asks whether somebody may read is told yes.
    await run.server.database.pool.query(`update communities set visibility = 'open' where id = $1`, [target.communityId]);
    await tryEveryCall(run, target);
    await say(run.people.convener, target.threadId, run.oracle.word('live message', ['Convener', 'Member']));
    await run.people.outsider.hears(threads.threadMoved, (moved) => moved.communityId === target.communityId);
    await tryEverything(run, target);

    const leaks = run.oracle.leaks(await audiencesOf(run));

    const ways = new Set(leaks.filter(({ reached }) => reached === 'Outsider').map(({ by }) => nameOf(by, target)));
    const reading = [
      'thread',
      'threads',
      'messages',
      'changes',
      'message',
      'source',
      'titles',
      'community',
      'communities',
      'person',
      'people',
    ];
    const asking = ['issue', 'issues', 'look-alikes', 'original'];
    const meeting = ['session', 'sessions', 'calendar.ics', 'artifact', 'artifacts', '1'];
    expect([...ways]).toEqual(
      expect.arrayContaining([...reading, ...asking, ...meeting, threads.messagePosted.name, threads.threadMoved.name]),
    );
  });
});

/** `GET /api/threads/ID/messages` → `messages`; `GET /api/threads/ID` → `thread`. */
const nameOf = (by: string, { communityId, threadId, messageId, issueId, sessionId, artifactId, personId }: Target): string => {
  const names = new Map([
    [communityId, 'community'],
    [threadId, 'thread'],
    [messageId, 'message'],
    [issueId, 'issue'],
    [sessionId, 'session'],
    [artifactId, 'artifact'],
    [personId, 'person'],
  ]);
  const last = by.split('/').at(-1);
  return names.get(last) ?? last ?? by;
};
