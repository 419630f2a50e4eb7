import { threadId } from '@landbridge/contract';
import { closeCommunity, listCommunities, removeMember } from '@landbridge/contract/communities';
import { getPerson, listPeople } from '@landbridge/contract/people';
import * as issues from '@landbridge/contract/practice-issues';
import * as threads from '@landbridge/contract/threads';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, bring, foundCommunity, newClientId, say, step, thank } from '../../testing/world.ts';

let server: TestServer;
let asker: TestPerson;
let helper: TestPerson;
let convener: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
  asker = await server.person('Tomasz Wieczorek', { unit: 'Towers' });
  helper = await server.person('Priya Raghunathan', { unit: 'Foundations' });
});
afterAll(() => server.stop());

const communityId = async (visibility: 'open' | 'private' = 'open') => (await foundCommunity(convener, { visibility })).id;
const answer = (issue: issues.IssueView, words = 'Mask a ring round each hole before topcoat.') => say(helper, issue.threadId, words);
const get = (person: TestPerson, { id }: issues.IssueView) => person.do(issues.getIssue, { params: { issueId: id } });
const edit = (person: TestPerson, { id, version }: issues.IssueView, wanted: object) =>
  person.request(issues.editIssue, { params: { issueId: id }, body: { version, ...wanted } });
const tell = (person: TestPerson, { id, version }: issues.IssueView, markdown: string) =>
  person.do(issues.tellOutcome, { params: { issueId: id }, body: { version, markdown, before: '10 % mean loss', after: '3 %' } });

describe('post an issue', () => {
  it('numbers issues within their community, from one', async () => {
    const [here, there] = [await communityId(), await communityId()];

    const numbers = [await ask(asker, here), await ask(helper, here), await ask(asker, there)].map(({ number }) => number);

    expect(numbers).toEqual([1, 2, 1]);
  });

  it('joins an open community and follows the conversation, which is empty and has the id of the issue', async () => {
    const issue = await ask(asker, await communityId());

    const mine = await asker.do(listCommunities, { query: { show: 'mine', limit: 100 } });
    const { thread, messages } = await asker.do(threads.getThread, { params: { threadId: threadId.parse(issue.id) } });
    expect(mine.communities.map(({ id }) => id)).toContain(issue.community.id);
    expect(messages).toEqual([]);
    expect(thread).toMatchObject({ issueId: issue.id, title: issue.title, readState: { follows: 'following' } });
    expect(thread.can).toMatchObject({ post: true, rename: false, close: false });
  });

  it('renders its texts, with today’s name of whom they mention', async () => {
    const issue = await ask(asker, await communityId(), {
      situation: `**Upper** third, says [@Priya](person:${helper.id}).<script>`,
      tried: '- Re-torqued twice',
    });

    expect(issue.situation.html).toContain('<strong>Upper</strong>');
    expect(issue.situation.html).not.toContain('<script>');
    expect(issue.tried.html).toContain('<li>Re-torqued twice</li>');
    expect(issue.named).toEqual([{ id: helper.id, name: 'Priya Raghunathan' }]);
    const { thread } = await helper.do(threads.getThread, { params: { threadId: threadId.parse(issue.id) } });
    expect(thread.readState.follows).toBe('following');
  });

  it('is refused with the name of somebody who may not read it, and with a quote', async () => {
    const id = await communityId('private');
    const said = await answer(await ask(asker, await communityId()));
    const post = (situation: string) =>
      convener.refused(issues.postIssue, { params: { communityId: id }, body: { clientId: newClientId(), title: 'Nuts', situation } });

    expect((await post(`Says [@Priya](person:${helper.id}).`)).code).toBe('message.unknown-mention');
    expect((await post(`> [Priya](message:${said.id})\n> Mask a ring`)).code).toBe('issue.quotes-message');
  });

  it('is urgent only with what is at stake', async () => {
    const id = await communityId();
    const body = { clientId: newClientId(), title: 'Nuts', situation: 'Loose.', isUrgent: true };

    expect((await asker.refused(issues.postIssue, { params: { communityId: id }, body })).code).toBe('issue.urgent-needs-stakes');
    expect((await ask(asker, id, { stakes: 'Forty-one towers.', isUrgent: true })).isUrgent).toBe(true);
  });

  it('refuses another issue under a client id that was used', async () => {
    const params = { communityId: await communityId() };
    const body = { clientId: newClientId(), title: 'Nuts', situation: 'Loose.' };
    await asker.do(issues.postIssue, { params, body });

    expect((await asker.refused(issues.postIssue, { params, body: { ...body, title: 'Bolts' } })).code).toBe('client-id.reused');
  });
});

describe('the life of an issue', () => {
  it('goes from open to answered, tried and what changed, each with its day', async () => {
    const issue = await ask(asker, await communityId(), { stakes: 'Forty-one towers.', isUrgent: true });
    const said = await answer(issue);

    const answered = await thank(asker, issue, said);
    const tried = await step(asker, issue, 'try');
    const told = await tell(asker, tried, 'The instruction now **masks** the seat.');

    expect([issue.state, answered.state, tried.state, told.state]).toEqual(['open', 'answered', 'tried', 'outcome-told']);
    expect(answered).toMatchObject({ isUrgent: false, helped: [{ messageId: said.id, author: { name: helper.name } }] });
    expect([answered.answeredAt, tried.triedAt, told.endedAt].every(Boolean)).toBe(true);
    expect(told.outcome).toMatchObject({ before: '10 % mean loss', after: '3 %', toldBy: { name: asker.name } });
    expect(told.outcome?.text.html).toContain('<strong>masks</strong>');
  });

  it('is open again when the last mark is taken back or its message is deleted', async () => {
    const issue = await ask(asker, await communityId());
    const [one, two] = [await answer(issue), await answer(issue, 'Measure elongation.')];
    await thank(asker, issue, one);
    await thank(asker, issue, two);

    const params = { issueId: issue.id, messageId: one.id };
    const after = await asker.do(issues.unmarkHelped, { params });
    await helper.do(threads.deleteMessage, { params: { messageId: two.id } });

    expect(after.state).toBe('answered');
    expect(await get(asker, issue)).toMatchObject({ state: 'open', helped: [], answeredAt: null });
  });

  it('shows of what helped the words as they are edited', async () => {
    const issue = await ask(asker, await communityId());
    const said = await answer(issue);
    await thank(asker, issue, said);

    await helper.do(threads.editMessage, { params: { messageId: said.id }, body: { version: 1, markdown: 'Mask the whole seat.' } });

    expect((await get(asker, issue)).helped).toMatchObject([{ excerpt: 'Mask the whole seat.' }]);
  });

  it('keeps the mark of a message that is hidden, without a word of it, and marks no hidden one', async () => {
    const id = await communityId();
    const issue = await ask(asker, id);
    const [marked, other] = [await answer(issue), await answer(issue)];
    await thank(asker, issue, marked);
    for (const { id: messageId } of [marked, other])
      await convener.do(threads.hideMessage, { params: { messageId }, body: { reason: 'It names a customer.' } });

    const refusal = await asker.refused(issues.markHelped, { params: { issueId: issue.id, messageId: other.id } });

    expect(refusal.code).toBe('message.hidden');
    expect((await get(asker, issue)).helped).toMatchObject([{ messageId: marked.id, excerpt: '' }]);
  });

  it('marks no message of another conversation, and no deleted one', async () => {
    const id = await communityId();
    const [issue, other] = [await ask(asker, id), await ask(asker, id)];
    const [elsewhere, gone] = [await answer(other), await answer(issue)];
    await helper.do(threads.deleteMessage, { params: { messageId: gone.id } });
    const mark = (messageId: threads.MessageView['id']) => asker.refused(issues.markHelped, { params: { issueId: issue.id, messageId } });

    expect((await mark(elsewhere.id)).code).toBe('message.not-found');
    expect((await mark(gone.id)).code).toBe('message.deleted');
  });

  it('says that it has moved on when a step does not lead on from where it is', async () => {
    const issue = await ask(asker, await communityId());
    const body = { version: issue.version, markdown: 'It holds.' };

    expect((await asker.refused(issues.tellOutcome, { params: { issueId: issue.id }, body })).code).toBe('issue.not-now');
  });

  it('closes its conversation in the archive and opens it when it comes back where it was', async () => {
    const issue = await ask(asker, await communityId());
    await thank(asker, issue, await answer(issue));

    const archived = await step(convener, issue, 'archive');
    const refused = await helper.refused(threads.postMessage, {
      params: { threadId: issue.threadId },
      body: { clientId: newClientId(), markdown: 'One more.' },
    });
    const back = await step(convener, issue, 'bring-back');

    expect([archived.state, back.state]).toEqual(['archived', 'answered']);
    expect(refused.code).toBe('thread.closed');
    await answer(issue, 'One more.');
  });

  it('is acted for by leaders once its asker is deactivated, and says so', async () => {
    const leaver = await server.person('Leaver Lind', { unit: 'Towers' });
    const issue = await ask(leaver, await communityId());
    const said = await answer(issue);
    await server.deactivate(leaver);

    const answered = await thank(convener, issue, said);

    expect(answered).toMatchObject({ state: 'answered', isAskerActive: false });
  });

  it('asks the asker once, three weeks after the first answer, what happened', async () => {
    const issue = await ask(asker, await communityId());
    await thank(asker, issue, await answer(issue));
    const jobs = () =>
      server.database.pool.query(`select extract(epoch from run_at - now()) / 86400 as days from graphile_worker.jobs where key = $1`, [
        `ask for outcome ${issue.id}`,
      ]);
    expect(Number((await jobs()).rows[0]?.days)).toBeCloseTo(21, 1);

    await server.database.pool.query(`update graphile_worker._private_jobs set run_at = now() where key = $1`, [
      `ask for outcome ${issue.id}`,
    ]);
    // Any new job wakes the worker, which then takes all that are due.
    await helper.do(threads.deleteMessage, { params: { messageId: (await answer(issue, 'No.')).id } });

    await expect.poll(async () => (await get(asker, issue)).outcomeAskedAt).not.toBeNull();
    expect((await jobs()).rowCount).toBe(0);
  });
});

describe('an issue of a community that was closed down', () => {
  it('is read and found, and nothing is added to it', async () => {
    const issue = await ask(asker, await communityId());
    await convener.do(closeCommunity, { params: { communityId: issue.community.id } });

    const refused = await asker.refused(issues.takeIssueStep, { params: { issueId: issue.id }, body: { step: 'try' } });
    const body = { clientId: newClientId(), title: 'Nuts', situation: 'Loose.' };

    expect(refused.code).toBe('community.ended');
    expect((await asker.refused(issues.postIssue, { params: { communityId: issue.community.id }, body })).code).toBe('community.ended');
    expect((await get(helper, issue)).can).toMatchObject({ read: true, try: false });
  });
});

describe('edit an issue', () => {
  it('renames its conversation too', async () => {
    const issue = await ask(asker, await communityId());

    await edit(asker, issue, { title: 'Preload falls in the cold' });

    const { thread } = await asker.do(threads.getThread, { params: { threadId: issue.threadId } });
    expect(thread.title).toBe('Preload falls in the cold');
  });

  it('tells whoever worked on an older version what is stored', async () => {
    const issue = await ask(asker, await communityId());
    await edit(asker, issue, { stakes: 'Forty-one towers.' });

    const { status, body } = await edit(asker, issue, { stakes: 'Nine towers.' });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'version.stale', current: { stakes: 'Forty-one towers.', version: 2 } });
  });

  it('lets leaders change kind, tags and urgency, not texts', async () => {
    const issue = await ask(asker, await communityId(), { stakes: 'Forty-one towers.' });

    const kind = await edit(convener, issue, { kind: 'visit', tags: ['Cold', 'cold'], isUrgent: true });
    const title = await edit(convener, issue, { title: 'Mine now' });

    expect(kind.body).toMatchObject({ kind: 'visit', tags: ['cold'], isUrgent: true, version: 2 });
    expect(title.status).toBe(403);
  });

  it('marks as urgent only what is open and says what is at stake, then or at the same time', async () => {
    const issue = await ask(asker, await communityId());
    const tried = await step(asker, await ask(asker, issue.community.id), 'try');

    expect((await edit(asker, issue, { isUrgent: true })).body).toMatchObject({ code: 'issue.urgent-needs-stakes' });
    expect((await edit(asker, issue, { isUrgent: true, stakes: 'Nine towers.' })).body).toMatchObject({ isUrgent: true });
    expect((await edit(asker, tried, { isUrgent: true, stakes: 'Nine towers.' })).body).toMatchObject({ code: 'issue.not-now' });
  });
});

describe('list issues', () => {
  const list = (query: object) => asker.do(issues.listIssues, { query });
  const titles = async (query: object) => (await list(query)).issues.map(({ title }) => title);

  it('narrows by each filter and counts what the others leave in each state', async () => {
    const id = await communityId();
    const word = uuid().slice(0, 8);
    const one = await ask(asker, id, { title: `Preload ${word}`, tags: ['m36'], stakes: 'Nine towers.', isUrgent: true });
    const two = await ask(helper, id, { title: `Torque ${word}`, situation: 'The wrench lies.' });
    await thank(helper, two, await say(asker, two.threadId, 'Swap it.'));

    expect(await titles({ communityId: id })).toEqual([two.title, one.title]);
    expect(await titles({ communityId: id, state: 'answered' })).toEqual([two.title]);
    expect(await titles({ communityId: id, tag: 'M36' })).toEqual([one.title]);
    expect(await titles({ communityId: id, urgent: 'yes' })).toEqual([one.title]);
    expect(await titles({ communityId: id, kind: 'visit' })).toEqual([]);
    expect(await titles({ communityId: id, mine: 'asked' })).toEqual([one.title]);
    expect(await titles({ communityId: id, mine: 'helped' })).toEqual([two.title]);
    expect(await titles({ q: `wrenc ${word}` })).toEqual([two.title]);
    expect(await titles({ q: word })).toEqual([two.title, one.title]);
    expect(await asker.do(issues.countIssues, { query: { communityId: id } })).toMatchObject({ open: 1, answered: 1, archived: 0 });
    expect((await list({ communityId: id, state: 'answered' })).issues[0]).toMatchObject({ messageCount: 1, asker: { name: helper.name } });
  });

  it('goes on from where a page ended, without holes', async () => {
    const id = await communityId();
    for (let count = 0; count < 5; count++) await ask(asker, id, { title: `Number ${count}` });

    const first = await list({ communityId: id, limit: 2 });
    const second = await list({ communityId: id, limit: 2, cursor: first.nextCursor });
    const third = await list({ communityId: id, limit: 2, cursor: second.nextCursor });

    const all = [first, second, third].flatMap((page) => page.issues.map(({ title }) => title));
    expect(all).toEqual(['Number 4', 'Number 3', 'Number 2', 'Number 1', 'Number 0']);
    expect(third.nextCursor).toBeNull();
  });

  it('shows nothing of a private community to those outside, in rows, counts and look-alikes', async () => {
    const id = await communityId('private');
    const word = `zq${uuid().slice(0, 8)}`;
    await bring(convener, helper, id);
    await ask(helper, id, { title: `Preload ${word}` });
    const everything = async (person: TestPerson) => [
      (await person.do(issues.listIssues, { query: { q: word } })).issues.length,
      (await person.do(issues.countIssues, { query: { q: word } })).open,
      (await person.do(issues.findLookAlikes, { query: { q: `Preload ${word}` } })).issues.filter(({ title }) => title.includes(word))
        .length,
    ];

    expect(await everything(helper)).toEqual([1, 1, 1]);
    expect(await everything(asker)).toEqual([0, 0, 0]);
    await convener.do(removeMember, { params: { communityId: id, personId: helper.id } });
    expect(await everything(helper)).toEqual([0, 0, 0]);
  });
});

describe('look for issues alike', () => {
  const alike = async (q: string) => (await asker.do(issues.findLookAlikes, { query: { q } })).issues;

  it('finds them by other endings and by slips of the pen, with what helped first', async () => {
    const issue = await ask(asker, await communityId(), { title: 'Hydraulic tensioner reads low below freezing' });
    await thank(asker, issue, await answer(issue, 'Warm the pump for ten minutes.'));

    expect((await alike('Two tensioners that read too low'))[0]).toMatchObject({
      id: issue.id,
      helped: { excerpt: 'Warm the pump for ten minutes.', author: { name: helper.name } },
    });
    expect((await alike('Hydralic tensoner reads low'))[0]?.id).toBe(issue.id);
  });

  it('leaves out the archive and what has nothing in common', async () => {
    const word = `vq${uuid().slice(0, 6)}`;
    const issue = await ask(asker, await communityId(), { title: `Grease hardens on ${word} bearings` });
    await step(asker, issue, 'archive');

    expect((await alike(`Grease hardens on ${word} bearings`)).map(({ id }) => id)).not.toContain(issue.id);
    expect(await alike('Zzyzx')).toEqual([]);
  });

  it('takes signs of the query language for what they are', async () => {
    for (const q of ["a & b | !c:*<->'", '((((', '\\\\\\', '%%%___']) expect(await alike(q)).toEqual(expect.any(Array));
  });
});

describe('what helped', () => {
  it('is listed with whoever helped, and finds them by its words, for those who may read it', async () => {
    const id = await communityId('private');
    const word = `hj${uuid().slice(0, 8)}`;
    await bring(convener, asker, id);
    await bring(convener, helper, id);
    const issue = await ask(asker, id, { title: `Preload ${word}` });
    await thank(asker, issue, await answer(issue));
    const list = async (viewer: TestPerson) =>
      (await viewer.do(issues.listHelpedIssues, { params: { personId: helper.id } })).issues.map((row) => row.id);
    const stranger = await server.person('Stranger Strand');
    const find = async (viewer: TestPerson) =>
      (await viewer.do(listPeople, { query: { q: word, by: 'knowledge' } })).people.map((person) => person.id);

    expect(await list(asker)).toContain(issue.id);
    expect(await find(asker)).toContain(helper.id);
    expect(await list(stranger)).not.toContain(issue.id);
    expect(await find(stranger)).toEqual([]);
  });

  it('is a milestone of whoever tells a first outcome, seen by those who may read the issue', async () => {
    const teller = await server.person('Teller Thorsen');
    const id = await communityId('private');
    await bring(convener, teller, id);
    const issue = await ask(teller, id);
    const { version } = await step(teller, issue, 'try');
    await teller.do(issues.tellOutcome, { params: { issueId: issue.id }, body: { version, markdown: 'It holds.' } });
    const kinds = async (viewer: TestPerson) =>
      (await viewer.do(getPerson, { params: { personId: teller.id } })).milestones.map(({ kind }) => kind);

    expect(await kinds(convener)).toContain('first-outcome-told');
    expect(await kinds(helper)).not.toContain('first-outcome-told');
  });
});

describe('issues that fit a newcomer', () => {
  it('are open ones of others: shared topics first, then the newest, three at most', async () => {
    const id = await communityId();
    const newcomer = await server.person('Newcomer Nielsen');
    const fits = await ask(asker, id, { title: 'Cold tensioner', tags: ['tensioner'] });
    for (const title of ['One', 'Two', 'Three']) await ask(asker, id, { title });
    await server.database.pool.query(`update people set topics = '{Tensioner}' where id = $1`, [newcomer.id]);

    const shown = await newcomer.do(issues.listIssuesForMe, { params: { communityId: id } });

    expect(shown.issues.map(({ title }) => title)).toEqual([fits.title, 'Three', 'Two']);
  });
});

describe('tags in use', () => {
  it('begin with the words, those in use most first, and are told only of issues that one may read', async () => {
    const word = uuid().slice(0, 8);
    const [open, hidden] = [await communityId(), await communityId('private')];
    await bring(convener, asker, hidden);
    await ask(asker, open, { tags: [`${word} rare`, `${word} often`, 'other'] });
    await ask(asker, open, { tags: [`${word} often`] });
    await ask(asker, hidden, { tags: [`${word} secret`] });
    const tags = async (person: TestPerson, q: string) => (await person.do(issues.listIssueTags, { query: { q } })).tags;

    expect(await tags(helper, word.toUpperCase())).toEqual([`${word} often`, `${word} rare`]);
    expect(await tags(asker, `${word} s`)).toEqual([`${word} secret`]);
    expect(await tags(asker, `${word}%`)).toEqual([]);
  });
});

describe('views of the list', () => {
  it('are kept under a name for oneself, replaced by the same name, and removed', async () => {
    const person = await server.person('Viewer Vogel');
    const save = (name: string, filters: issues.IssueFilters) => person.do(issues.saveIssueView, { body: { name, filters } });
    await save('Waiting', { state: 'open' });
    const replaced = await save('waiting', { state: 'open', urgent: 'yes' });
    const list = async (of: TestPerson) => (await of.do(issues.listIssueViews)).views;

    expect(await list(person)).toEqual([{ id: replaced.id, name: 'waiting', filters: { state: 'open', urgent: 'yes' } }]);
    await asker.do(issues.deleteIssueView, { params: { issueViewId: replaced.id } });
    expect(await list(person)).toHaveLength(1);
    await person.do(issues.deleteIssueView, { params: { issueViewId: replaced.id } });
    expect(await list(person)).toEqual([]);
  });
});
