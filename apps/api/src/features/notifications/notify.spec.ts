import * as communities from '@landbridge/contract/communities';
import { listNotices, noticesChanged, type NoticeKind, type NoticeView } from '@landbridge/contract/notifications';
import { markHelped, tellOutcome, unmarkHelped } from '@landbridge/contract/practice-issues';
import * as sessions from '@landbridge/contract/sessions';
import { changeParticipants, deleteMessage, editMessage } from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsDone } from '../../testing/jobs.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, bring, follow, foundCommunity, plan, read, say, startAcrossUnits, startThread, step, thank } from '../../testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A community with a convener, somebody who asks and somebody who helps; their notices of becoming members are read. */
const makeWorld = async (visibility: communities.Visibility = 'open') => {
  const convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
  const asker = await server.person('Tomasz Wieczorek', { unit: 'Towers' });
  const helper = await server.person('Priya Raghunathan', { unit: 'Foundations' });
  const { id: communityId } = await foundCommunity(convener, { visibility });
  for (const person of [asker, helper]) {
    await bring(convener, person, communityId);
    await expect.poll(() => kindsOf(person)).toEqual(['role-given']);
    await server.database.pool.query('delete from notices where person_id = $1', [person.id]);
  }
  return { convener, asker, helper, communityId };
};

const noticesOf = async (person: TestPerson): Promise<NoticeView[]> => (await person.do(listNotices)).notices;
const kindsOf = async (person: TestPerson): Promise<NoticeKind[]> => (await noticesOf(person)).map(({ kind }) => kind);
const mention = ({ id, name }: TestPerson, words = 'knows.') => `[@${name}](person:${id}) ${words}`;

describe('notify when somebody is spoken to', () => {
  it('tells whoever is mentioned, with who it was, in which unit, and what they said', async () => {
    const { convener, asker, communityId } = await makeWorld();
    const { thread } = await startThread(convener, communityId);
    const said = await say(convener, thread.id, mention(asker));

    await expect
      .poll(() => noticesOf(asker))
      .toMatchObject([
        {
          kind: 'mentioned',
          subject: { kind: 'thread', id: thread.id, title: thread.title },
          community: { id: communityId },
          by: { id: convener.id, unit: { name: 'Bogies' } },
          count: 1,
          isUnread: true,
          excerpt: said.excerpt,
          messageId: said.id,
        },
      ]);
  });

  it('tells whoever is replied to, and whose issue it is', async () => {
    const { asker, helper, convener, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    const first = await say(helper, issue.threadId, 'Mask a ring.');
    await expect
      .poll(() => noticesOf(asker))
      .toMatchObject([{ kind: 'answered', subject: { kind: 'issue', id: issue.id, title: issue.title }, messageId: first.id }]);

    const reply = await say(convener, issue.threadId, 'With what?', { replyToId: first.id });

    await expect.poll(() => noticesOf(helper)).toMatchObject([{ kind: 'replied', by: { id: convener.id }, messageId: reply.id }]);
  });

  it('folds what comes later into the unread row: the weightiest is told, all are counted', async () => {
    const { asker, helper, convener, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    await say(helper, issue.threadId, 'One.');
    const second = await say(convener, issue.threadId, mention(asker));
    await say(helper, issue.threadId, 'Three.');

    await expect
      .poll(() => noticesOf(asker))
      .toMatchObject([{ kind: 'mentioned', count: 3, by: { id: convener.id }, messageId: second.id }]);
  });

  it('begins anew once it was read', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    const first = await say(helper, issue.threadId, 'One.');
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 1, isUnread: true }]);
    await read(asker, issue.threadId, first.position);
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 1, isUnread: false }]);

    const second = await say(helper, issue.threadId, 'Two.');

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 1, isUnread: true, messageId: second.id }]);
  });

  it('is read only by whoever read as far as it tells', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    const first = await say(helper, issue.threadId, 'One.');
    await say(helper, issue.threadId, 'Two.');
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 2 }]);

    await read(asker, issue.threadId, first.position);

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 2, isUnread: true }]);
  });

  it('stays unread for whoever only follows, or is mentioned again', async () => {
    const { asker, helper, convener, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    const said = await say(helper, issue.threadId, 'Mask a ring.');
    await thank(asker, issue, said);
    await expect.poll(() => noticesOf(helper)).toMatchObject([{ kind: 'helped', isUnread: true }]);

    await follow(helper, issue.threadId, 'none');
    await follow(helper, issue.threadId, 'following');
    await say(convener, issue.threadId, mention(helper));

    await expect.poll(() => noticesOf(helper)).toMatchObject([{ kind: 'mentioned', count: 2, isUnread: true }]);
  });

  it('is read from the beginning when the message was read before it could be told', async () => {
    const { asker, convener, communityId } = await makeWorld();
    const { thread } = await startThread(convener, communityId);
    await read(asker, thread.id, 1);
    const said = await say(convener, thread.id, 'First without.');
    await read(asker, thread.id, said.position);

    await convener.do(editMessage, { params: { messageId: said.id }, body: { version: 1, markdown: mention(asker) } });

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'mentioned', isUnread: false }]);
  });

  it('tells an edit that mentions somebody once, however often the message is edited', async () => {
    const { asker, convener, communityId } = await makeWorld();
    const { thread } = await startThread(convener, communityId);
    const said = await say(convener, thread.id, mention(asker));
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 1 }]);
    const edit = (version: number, markdown: string) =>
      convener.do(editMessage, { params: { messageId: said.id }, body: { version, markdown } });

    await edit(1, 'Nobody.');
    await edit(2, mention(asker, 'knows more.'));
    await jobsDone(server);

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 1, excerpt: expect.stringContaining('knows more') }]);
  });

  it('tells nobody of what they did themselves, nor who muted the thread', async () => {
    const { asker, helper, convener, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    await follow(helper, issue.threadId, 'muted');
    await say(asker, issue.threadId, `${mention(asker)} ${mention(helper)}`);
    await say(convener, issue.threadId, 'The last.');
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'answered', count: 1 }]);
    await jobsDone(server);

    expect(await noticesOf(helper)).toEqual([]);
  });

  it('goes with its message, and tells what is left', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    const first = await say(helper, issue.threadId, 'One.');
    const second = await say(helper, issue.threadId, mention(asker));
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'mentioned', count: 2 }]);

    await helper.do(deleteMessage, { params: { messageId: second.id } });
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'answered', count: 1, messageId: first.id }]);
    await helper.do(deleteMessage, { params: { messageId: first.id } });

    expect(await noticesOf(asker)).toEqual([]);
  });

  it('is not there for whoever may no longer read it, and is not counted', async () => {
    const { asker, convener, communityId } = await makeWorld('private');
    const { thread } = await startThread(convener, communityId);
    await say(convener, thread.id, mention(asker));
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'mentioned' }]);

    await convener.do(communities.removeMember, { params: { communityId, personId: asker.id } });
    await jobsDone(server);

    expect(await noticesOf(asker)).toEqual([]);
  });

  it('has one row however often its handler runs', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    const { id: messageId } = await say(helper, issue.threadId, 'One.');
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 1 }]);

    await server.database.pool.query(
      `select graphile_worker.add_job('notices.message', json_build_object('id', gen_random_uuid(), 'at', now(), 'payload', json_build_object('messageId', $1::text)))
       from generate_series(1, 5)`,
      [messageId],
    );
    await jobsDone(server);

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 1 }]);
    expect((await server.database.pool.query('select from notice_causes where source_id = $1', [messageId])).rowCount).toBe(1);
  });
});

describe('notify when an issue moves', () => {
  it('tells helpers that they helped, and no longer when the mark is taken back', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    const said = await say(helper, issue.threadId, 'Mask a ring.');
    await thank(asker, issue, said);
    await expect
      .poll(() => noticesOf(helper))
      .toMatchObject([{ kind: 'helped', by: { id: asker.id }, messageId: said.id, excerpt: said.excerpt }]);

    await asker.do(unmarkHelped, { params: { issueId: issue.id, messageId: said.id } });

    await expect.poll(() => noticesOf(helper)).toEqual([]);
  });

  it('tells helpers what changed, once', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    await thank(asker, issue, await say(helper, issue.threadId, 'Mask a ring.'));
    const { version } = await step(asker, issue, 'try');
    const tell = (at: number, markdown: string) =>
      asker.do(tellOutcome, { params: { issueId: issue.id }, body: { version: at, markdown, before: '', after: '' } });

    const told = await tell(version, 'The seat is masked.');
    await tell(told.version, 'The seat is masked, always.');
    await jobsDone(server);

    await expect.poll(() => noticesOf(helper)).toMatchObject([{ kind: 'outcome-told', count: 2, excerpt: 'The seat is masked, always.' }]);
  });

  it('asks what happened after three weeks', async () => {
    const { asker, helper, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);
    const said = await say(helper, issue.threadId, 'Mask a ring.');
    await read(asker, issue.threadId, said.position);
    await asker.do(markHelped, { params: { issueId: issue.id, messageId: said.id } });

    await server.database.pool.query(
      `select graphile_worker.add_job('issues.ask-for-outcome', json_build_object('id', $1::text), job_key => 'ask for outcome ' || $1)`,
      [issue.id],
    );

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'what-happened', by: null }]);
  });

  it('tells the asker that a leader archived it', async () => {
    const { asker, convener, communityId } = await makeWorld();
    const issue = await ask(asker, communityId);

    await step(convener, issue, 'archive');

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'archived', by: { id: convener.id } }]);
  });

  it('tells whom its texts mention', async () => {
    const { asker, helper, communityId } = await makeWorld();

    const issue = await ask(asker, communityId, { situation: mention(helper) });

    await expect.poll(() => noticesOf(helper)).toMatchObject([{ kind: 'mentioned', subject: { id: issue.id }, messageId: null }]);
  });
});

describe('notify when a thread across units begins', () => {
  it('tells who was added by name', async () => {
    const { convener, asker } = await makeWorld();
    const { thread } = await startAcrossUnits(convener, [await server.unit('Hubs')]);

    await convener.do(changeParticipants, {
      params: { threadId: thread.id },
      body: { version: 1, unitIds: thread.crossUnit?.units.map(({ unit }) => unit.id) ?? [], personIds: [asker.id] },
    });

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'added', community: null, units: [{ name: 'Hubs' }] }]);
  });

  it('shows an invited unit one row, not unread, as long as one is in it', async () => {
    const { convener } = await makeWorld();
    const reader = await server.person('Reader Rasmussen', { unit: 'Nacelles' });
    const { thread } = await startAcrossUnits(convener, [await server.unit('Nacelles')]);

    await expect
      .poll(() => noticesOf(reader))
      .toMatchObject([{ kind: 'invited', isUnread: false, by: { id: convener.id }, subject: { id: thread.id } }]);
    await server.database.pool.query('update unit_memberships set until_on = current_date where person_id = $1', [reader.id]);

    expect(await noticesOf(reader)).toEqual([]);
  });
});

describe('notify when a community changes', () => {
  const asking = async () => {
    const { convener, communityId } = await makeWorld('closed');
    const person = await server.person('Asking Adeyemi', { unit: 'Towers' });
    await person.do(communities.askToJoin, { params: { communityId }, body: { words: 'I tighten, too.' } });
    await expect
      .poll(() => noticesOf(convener))
      .toMatchObject([{ kind: 'asked-to-join', by: { id: person.id }, excerpt: 'I tighten, too.', subject: { kind: 'community' } }]);
    const [request] = (await convener.do(communities.listRequests, { params: { communityId } })).requests;
    if (!request) throw new Error('Nobody asked.');
    return { convener, person, communityId, request };
  };

  it('tells who asked what a leader answered, with the word, and the leaders no longer', async () => {
    const { convener, person, communityId, request } = await asking();

    await convener.do(communities.decideRequest, {
      params: { communityId, requestId: request.id },
      body: { decision: 'declined', reply: 'Ask again in spring.' },
    });

    await expect
      .poll(() => noticesOf(person))
      .toMatchObject([{ kind: 'declined', by: { id: convener.id }, excerpt: 'Ask again in spring.', role: null }]);
    await expect.poll(() => noticesOf(convener)).toEqual([]);
  });

  it('tells leaders no longer what was taken back', async () => {
    const { convener, person, communityId } = await asking();

    await person.do(communities.withdrawRequest, { params: { communityId } });

    await expect.poll(() => noticesOf(convener)).toEqual([]);
    await jobsDone(server);
    expect(await noticesOf(person)).toEqual([]);
  });

  it('tells leaders only, and not one who was', async () => {
    const { convener, communityId } = await asking();
    const next = await server.person('Next Nowak');
    await bring(convener, next, communityId, 'convener');
    await bring(convener, convener, communityId, 'member');

    expect(await noticesOf(convener)).toEqual([]);
  });

  it('tells whoever is given or loses a role', async () => {
    const { convener, asker, communityId } = await makeWorld();
    await bring(convener, asker, communityId, 'steward');
    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'role-given', role: 'steward', by: { id: convener.id } }]);

    await bring(convener, asker, communityId, 'member');

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ count: 2, role: 'member' }]);
  });

  it('tells members that it closed, or where it goes on', async () => {
    const { convener, asker, communityId } = await makeWorld();
    const into = await foundCommunity(convener);

    await convener.do(communities.mergeCommunity, { params: { communityId }, body: { intoId: into.id } });

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'community-merged', into: { id: into.id } }]);
  });
});

describe('notify when a session moves', () => {
  it('tells members, and of a change those who have not said that they do not come', async () => {
    const { convener, asker, helper, communityId } = await makeWorld();
    const session = await plan(convener, communityId);
    await expect
      .poll(() => noticesOf(asker))
      .toMatchObject([{ kind: 'session-planned', subject: { kind: 'session', title: session.title }, startsAt: session.at }]);
    await expect.poll(() => noticesOf(helper)).toMatchObject([{ kind: 'session-planned' }]);
    const params = { sessionId: session.id };
    await asker.do(sessions.answerSession, { params, body: { isComing: true } });
    await helper.do(sessions.answerSession, { params, body: { isComing: false } });

    await convener.do(sessions.editSession, { params, body: { version: 1, place: 'Hall 3' } });
    await convener.do(sessions.cancelSession, { params });

    await expect.poll(() => noticesOf(asker)).toMatchObject([{ kind: 'session-cancelled', count: 3 }]);
    await jobsDone(server);
    expect(await kindsOf(helper)).toEqual(['session-planned']);
  });

  it('says nothing of one that is over already', async () => {
    const { convener, asker, communityId } = await makeWorld();

    await plan(convener, communityId, { inMinutes: -24 * 60 });
    await jobsDone(server);

    expect(await noticesOf(asker)).toEqual([]);
  });
});

describe('what browsers hear', () => {
  it('is how many are unread, and what they are about', async () => {
    const { asker, convener, communityId } = await makeWorld();
    await asker.connect();
    const { thread } = await startThread(convener, communityId);

    const said = await say(convener, thread.id, mention(asker));
    const told = await asker.hears(noticesChanged, ({ count }) => count === 1);
    expect(told.subjectIds).toEqual([thread.id]);
    await read(asker, thread.id, said.position);

    await asker.hears(noticesChanged, ({ seq, count }) => seq > told.seq && count === 0);
    asker.disconnect();
  });
});
