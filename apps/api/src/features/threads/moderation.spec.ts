import type { CommunityId, ThreadId } from '@landbridge/contract';
import { downloadFile } from '@landbridge/contract/files';
import { listUnits } from '@landbridge/contract/organisation';
import { listPeople } from '@landbridge/contract/people';
import * as threads from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, say, startAcrossUnits, startThread, upload } from '../../testing/world.ts';

const words = 'Zirconium spacers, as Rui said in confidence';

describe('moderation', () => {
  let server: TestServer;
  let convener: TestPerson;
  let steward: TestPerson;
  let member: TestPerson;
  let reader: TestPerson;
  let place: { communityId: CommunityId; threadId: ThreadId };
  beforeAll(async () => {
    server = await startTestServer();
    convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
    steward = await server.person('Steward Silva', { unit: 'Bogies' });
    member = await server.person('Member Mensah', { unit: 'Towers' });
    reader = await server.person('Reader Rask', { unit: 'Towers' });
    const { id: communityId } = await foundCommunity(convener);
    await bring(convener, steward, communityId, 'steward');
    for (const person of [member, reader]) await bring(convener, person, communityId);
    place = { communityId, threadId: (await startThread(convener, communityId)).thread.id };
  });
  afterAll(() => server.stop());

  const report = (person: TestPerson, { id: messageId }: threads.MessageView, note = '') =>
    person.do(threads.reportMessage, { params: { messageId }, body: { kind: 'confidential', note } });
  const hide = (person: TestPerson, { id: messageId }: threads.MessageView, reason = 'Said in confidence.') =>
    person.do(threads.hideMessage, { params: { messageId }, body: { reason } });
  const show = (person: TestPerson, { id: messageId }: threads.MessageView) => person.do(threads.showMessage, { params: { messageId } });
  const look = (person: TestPerson, { id: messageId }: threads.MessageView) => person.do(threads.getMessage, { params: { messageId } });
  const waiting = async (person: TestPerson) =>
    (await person.do(threads.listReports, { query: { communityId: place.communityId } })).reported;
  const waitingIds = async (person: TestPerson) => (await waiting(person)).map(({ message }) => message.id);
  const quoting = ({ id }: threads.MessageView, text: string) => `> [Somebody](message:${id})\n> ${text}\n\nMine.`;
  const sourceOf = async (person: TestPerson, { id: messageId }: threads.MessageView) =>
    (await person.do(threads.getMessageSource, { params: { messageId } })).markdown;

  describe('report a message', () => {
    it('tells those who look after the conversation what and why, and never by whom', async () => {
      const message = await say(member, place.threadId, words);

      await report(reader, message, 'It was said to three of us.');

      const [reported] = (await waiting(convener)).filter((other) => other.message.id === message.id);
      expect(reported).toMatchObject({
        message: { id: message.id, excerpt: words, isReported: false },
        thread: { id: place.threadId },
        reports: [{ kind: 'confidential', note: 'It was said to three of us.' }],
      });
      expect(JSON.stringify(reported)).not.toContain(reader.id);
      expect(await look(reader, message)).toMatchObject({ isReported: true });
      expect(await look(member, message)).toMatchObject({ isReported: false });
    });

    it('is heard by leaders at once, and by nobody else', async () => {
      const message = await say(member, place.threadId, words);
      for (const person of [convener, member]) await person.connect();
      await member.ask(threads.watchThread, { threadId: place.threadId });

      await report(reader, message);

      expect(await convener.hears(threads.reportsChanged)).toEqual({ threadId: place.threadId, communityId: place.communityId });
      const after = await say(convener, place.threadId, 'Afterwards.');
      await member.hears(threads.messagePosted, (posted) => posted.message.id === after.id);
      expect(member.heard.filter(({ name }) => name.includes('report'))).toEqual([]);
      for (const person of [convener, member]) person.disconnect();
    });

    it('can be taken back', async () => {
      const message = await say(member, place.threadId, words);
      await report(reader, message);

      await reader.do(threads.withdrawReport, { params: { messageId: message.id } });

      expect(await waitingIds(convener)).not.toContain(message.id);
      expect(await look(reader, message)).toMatchObject({ isReported: false });
    });

    it('goes to the other leaders when a leader wrote it', async () => {
      const message = await say(steward, place.threadId, words);

      await report(reader, message);

      expect(await waitingIds(convener)).toContain(message.id);
      expect(await waitingIds(steward)).not.toContain(message.id);
      const answered = await steward.refused(threads.answerReports, { params: { messageId: message.id }, body: { isLeft: true } });
      expect(answered.code).toBe('thread.not-allowed');
    });

    it('is refused where nobody but the author looks after the conversation', async () => {
      const { id: communityId } = await foundCommunity(convener);
      const { messages } = await startThread(convener, communityId);

      const refusal = await reader.refused(threads.reportMessage, {
        params: { messageId: messages[0]?.id ?? '' },
        body: { kind: 'unkind' },
      });

      expect(refusal.code).toBe('message.nobody-to-tell');
    });

    it('of a thread across units goes to its convener', async () => {
      const unitIds = (await member.do(listUnits)).units.filter(({ name }) => name === 'Towers').map(({ id }) => id);
      const { thread } = await startAcrossUnits(steward, unitIds);
      const message = await say(member, thread.id, words);

      await report(reader, message);

      const { reported } = await steward.do(threads.listReports, { query: { threadId: thread.id } });
      expect(reported.map((one) => one.message.id)).toEqual([message.id]);
      expect((await reader.do(threads.listReports)).reported).toEqual([]);
    });

    it('needs nobody any more once it was left as it is, and waits again when that is taken back', async () => {
      const message = await say(member, place.threadId, words);
      await report(reader, message);
      const answer = (isLeft: boolean) => steward.do(threads.answerReports, { params: { messageId: message.id }, body: { isLeft } });

      await answer(true);
      const left = await waitingIds(convener);
      await answer(false);

      expect(left).not.toContain(message.id);
      expect(await waitingIds(convener)).toContain(message.id);
    });
  });

  describe('hide a message', () => {
    it('leaves its place and the reason, and takes the text from everybody but its author and the leaders', async () => {
      const message = await say(member, place.threadId, words);
      await report(reader, message);

      const hidden = await hide(steward, message);

      expect(hidden).toMatchObject({ position: message.position, html: '', excerpt: '', hidden: { reason: 'Said in confidence.' } });
      expect(await look(reader, message)).toMatchObject({ html: '', hidden: { reason: 'Said in confidence.' } });
      expect(await waitingIds(convener)).not.toContain(message.id);
      for (const person of [member, convener])
        expect((await person.do(threads.getHiddenWords, { params: { messageId: message.id } })).html).toContain(words);
      const refusals = [
        await reader.refused(threads.getHiddenWords, { params: { messageId: message.id } }),
        await reader.refused(threads.getMessageSource, { params: { messageId: message.id } }),
        await member.refused(threads.editMessage, { params: { messageId: message.id }, body: { version: 1, markdown: 'Other.' } }),
      ];
      expect(refusals.map(({ code }) => code)).toEqual(['thread.not-allowed', 'message.hidden', 'message.hidden']);
    });

    it('takes the text from lists, replies, pins, mentions and the search for who knows something', async () => {
      const message = await say(member, place.threadId, `Osmium [@Reader](person:${reader.id})`);
      const reply = await say(convener, place.threadId, 'Where from?', { replyToId: message.id });
      await convener.do(threads.pinMessage, { params: { messageId: message.id } });

      await hide(convener, message);

      const { thread } = await reader.do(threads.getThread, { params: { threadId: place.threadId } });
      const mentions = await reader.do(threads.listMyThreads, { query: { show: 'mentions' } });
      const found = await reader.do(listPeople, { query: { q: 'osmium', by: 'knowledge' } });
      expect((await look(reader, reply)).replyTo?.excerpt).toBeNull();
      expect(thread.pinned.find((pin) => pin.messageId === message.id)?.excerpt).toBe('');
      expect(mentions.threads).toEqual([]);
      expect(found.people).toEqual([]);
    });

    it('gives a file of it to its author and the leaders only', async () => {
      const file = await upload(member, 'spacers.txt', words);
      const message = await say(member, place.threadId, '', { fileIds: [file.id] });
      const params = { fileId: file.id, kind: 'original' as const };

      const hidden = await hide(convener, message);

      const statuses = [];
      for (const person of [member, convener, reader]) statuses.push((await person.request(downloadFile, { params })).status);
      expect(hidden.files).toEqual([]);
      expect(statuses).toEqual([200, 200, 404]);
    });

    it('blanks quotes of it, former texts too, and gives them back when it is shown again', async () => {
      const message = await say(member, place.threadId, words);
      const quote = await say(reader, place.threadId, quoting(message, words));
      const blank = `> [Somebody](message:${message.id})\n\nMine.`;
      const edited = await say(reader, place.threadId, quoting(message, words));
      await reader.do(threads.editMessage, { params: { messageId: edited.id }, body: { version: 1, markdown: 'Without it.' } });
      const former = async () => (await reader.do(threads.getMessageHistory, { params: { messageId: edited.id } })).versions[0]?.markdown;

      await hide(convener, message);
      await expect.poll(() => sourceOf(reader, quote)).toBe(blank);
      await expect.poll(former).toBe(blank);
      await show(convener, message);

      await expect.poll(() => sourceOf(reader, quote)).toBe(quoting(message, words));
      await expect.poll(former).toBe(quoting(message, words));
    });

    it('keeps a quote inside a quote blank for as long as its own source is hidden, whatever was hidden first', async () => {
      const first = await say(member, place.threadId, words);
      const second = await say(member, place.threadId, quoting(first, words));
      const text = `> [Somebody](message:${second.id})\n> > [Somebody](message:${first.id})\n> > ${words}\n>\n> Mine.\n\nSo.`;
      const third = await say(reader, place.threadId, text);
      await hide(convener, second);
      await expect.poll(() => sourceOf(reader, third)).not.toContain('Mine.');
      await hide(convener, first);
      await show(convener, second);

      await expect.poll(() => sourceOf(reader, third)).toContain('Mine.');
      expect(await sourceOf(reader, third)).not.toContain(words);
      await show(convener, first);

      await expect.poll(() => sourceOf(reader, third)).toBe(text);
      await expect.poll(() => sourceOf(member, second)).toBe(quoting(first, words));
    });

    it('is undone as if nothing had been: text, files, mentions, first lines', async () => {
      const file = await upload(member, 'spacers.txt', words);
      const message = await say(member, place.threadId, `[@Reader](person:${reader.id}) ${words}`, { fileIds: [file.id] });
      await hide(convener, message);

      const shown = await show(convener, message);

      expect(shown).toEqual({ ...message, changedSeq: shown.changedSeq });
      expect((await reader.do(threads.listMyThreads, { query: { show: 'mentions' } })).threads.map(({ id }) => id)).toEqual([
        place.threadId,
      ]);
      expect((await server.database.pool.query('select 1 from whole_texts where message_id = $1', [message.id])).rows).toEqual([]);
    });

    it('lets its author delete it for good, with what was kept of it', async () => {
      const message = await say(member, place.threadId, words);
      await hide(convener, message);

      const deleted = await member.do(threads.deleteMessage, { params: { messageId: message.id } });

      expect(deleted).toMatchObject({ hidden: null, deletedAt: expect.any(String) });
      expect((await server.database.pool.query('select 1 from whole_texts where message_id = $1', [message.id])).rows).toEqual([]);
      expect((await convener.refused(threads.showMessage, { params: { messageId: message.id } })).code).toBe('message.deleted');
    });

    it('is not for members, nor for the author of the message, leader or not', async () => {
      const message = await say(steward, place.threadId, words);
      const refused = async (person: TestPerson) =>
        (await person.refused(threads.hideMessage, { params: { messageId: message.id }, body: { reason: 'No.' } })).code;

      expect([await refused(member), await refused(steward)]).toEqual(['thread.not-allowed', 'thread.not-allowed']);
    });

    it('takes its words out of events that wait', async () => {
      const message = await say(member, place.threadId, words);
      await server.database.pool.query(
        `insert into outbox (rooms, event, payload, about) values ('{}', 'left-behind', jsonb_build_object('text', $1::text), $2)`,
        [words, message.id],
      );

      await hide(convener, message);

      expect((await server.database.pool.query('select 1 from outbox where about = $1', [message.id])).rows).toEqual([]);
    });
  });
});
