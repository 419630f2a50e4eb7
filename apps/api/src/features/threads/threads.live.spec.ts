import type { CommunityId, LiveEvent } from '@landbridge/contract';
import { joinCommunity, removeMember } from '@landbridge/contract/communities';
import * as threads from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveBrowser, shown } from '../../testing/screens.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, eventsIn, follow, foundCommunity, read, say, startThread } from '../../testing/world.ts';

const { messagePosted, messageEdited, messageDeleted, messageHidden, messageReacted, threadChanged, threadMoved, readStateChanged } =
  threads;

/** A thread with three messages by the convener, the third a reply to the second, and five readers with their screens open. */
interface World {
  readonly convener: TestPerson;
  readonly member: TestPerson;
  readonly threadId: threads.ThreadView['id'];
  readonly communityId: CommunityId;
  readonly second: threads.MessageView;
  readonly third: threads.MessageView;
  readonly browsers: readonly LiveBrowser[];
}

interface Case {
  readonly event: LiveEvent;
  readonly when: string;
  act(world: World): Promise<unknown>;
}

const edit = (person: TestPerson, { id, version }: threads.MessageView, markdown: string) =>
  person.do(threads.editMessage, { params: { messageId: id }, body: { version, markdown } });
const change = (person: TestPerson, threadId: World['threadId'], version: number, wanted: { title?: string; isClosed?: boolean }) =>
  person.do(threads.changeThread, { params: { threadId }, body: { version, ...wanted } });
const react = (person: TestPerson, message: threads.MessageView, emoji: string) =>
  person.do(threads.react, { params: { messageId: message.id, emoji } });
const mention = (person: TestPerson) => `[@somebody](person:${person.id}) knows.`;
const hide = (leader: TestPerson, { id }: threads.MessageView, reason: string) =>
  leader.do(threads.hideMessage, { params: { messageId: id }, body: { reason } });
const sayAndHide = async (leader: TestPerson, author: TestPerson, threadId: World['threadId']) => {
  const said = await say(author, threadId, mention(leader));
  await hide(leader, said, 'Unkind.');
  return said;
};
const unreadFrom = (person: TestPerson, threadId: World['threadId'], position: number) =>
  person.do(threads.markRead, { params: { threadId }, body: { kind: 'unread-from', position } });

const cases: readonly Case[] = [
  { event: messagePosted, when: 'somebody posts', act: ({ convener, threadId }) => say(convener, threadId, 'Torque wrench, then paint.') },
  { event: messagePosted, when: 'a reader posts from another tab', act: ({ member, threadId }) => say(member, threadId, 'We use chalk.') },
  {
    event: messagePosted,
    when: 'somebody replies',
    act: ({ convener, threadId, second }) => say(convener, threadId, 'That one.', { replyToId: second.id }),
  },
  {
    event: messagePosted,
    when: 'a reader is mentioned',
    act: ({ convener, member, threadId }) => say(convener, threadId, mention(member)),
  },
  { event: messageEdited, when: 'the last message is edited', act: ({ convener, third }) => edit(convener, third, 'Three marks.') },
  { event: messageEdited, when: 'a message with a reply is edited', act: ({ convener, second }) => edit(convener, second, 'No mark.') },
  {
    event: messageEdited,
    when: 'an edit mentions a reader',
    act: ({ convener, member, second }) => edit(convener, second, mention(member)),
  },
  {
    event: messageDeleted,
    when: 'the last message is deleted',
    act: ({ convener, third }) => convener.do(threads.deleteMessage, { params: { messageId: third.id } }),
  },
  {
    event: messageDeleted,
    when: 'a message with a reply and a reaction is deleted',
    act: async ({ convener, second }) => {
      await react(convener, second, '👍');
      await convener.do(threads.deleteMessage, { params: { messageId: second.id } });
    },
  },
  {
    event: messageHidden,
    when: 'the last message is hidden',
    act: ({ convener, member, threadId }) => sayAndHide(convener, member, threadId),
  },
  {
    event: messageHidden,
    when: 'a pinned message with a reply, a reaction and a mention is hidden, with another reason then',
    act: async ({ convener, member, threadId }) => {
      const said = await say(member, threadId, mention(convener));
      await say(convener, threadId, 'That one.', { replyToId: said.id });
      await react(convener, said, '👍');
      await convener.do(threads.pinMessage, { params: { messageId: said.id } });
      for (const reason of ['Unkind.', 'Not for here.']) await hide(convener, said, reason);
    },
  },
  {
    event: messageEdited,
    when: 'a hidden message with a reply is shown again',
    act: async ({ convener, member, threadId }) => {
      const said = await sayAndHide(convener, member, threadId);
      await convener.do(threads.showMessage, { params: { messageId: said.id } });
    },
  },
  {
    event: threads.ownReportChanged,
    when: 'a reader reports a message in another tab',
    act: ({ member, second }) => member.do(threads.reportMessage, { params: { messageId: second.id }, body: { kind: 'other' } }),
  },
  { event: messageReacted, when: 'somebody reacts', act: ({ convener, second }) => react(convener, second, '👍') },
  {
    event: messageReacted,
    when: 'a reader reacts from another tab, after somebody else',
    act: async ({ convener, member, second }) => {
      await react(convener, second, '👍');
      await react(member, second, '👍');
      await react(member, second, '🔧');
    },
  },
  {
    event: messageReacted,
    when: 'reactions are taken back',
    act: async ({ convener, member, second }) => {
      await react(convener, second, '👍');
      await react(member, second, '🔧');
      await convener.do(threads.unreact, { params: { messageId: second.id, emoji: '👍' } });
      await member.do(threads.unreact, { params: { messageId: second.id, emoji: '🔧' } });
      await react(convener, second, '👍');
    },
  },
  {
    event: threadChanged,
    when: 'the thread is renamed',
    act: ({ convener, threadId }) => change(convener, threadId, 1, { title: 'Marks' }),
  },
  {
    event: threadChanged,
    when: 'the thread is closed and opened again',
    act: async ({ convener, threadId }) => {
      await change(convener, threadId, 1, { isClosed: true });
      await change(convener, threadId, 2, { isClosed: false });
    },
  },
  {
    event: threadChanged,
    when: 'messages are pinned and one is unpinned',
    act: async ({ convener, second, third }) => {
      for (const { id } of [second, third]) await convener.do(threads.pinMessage, { params: { messageId: id } });
      await convener.do(threads.unpinMessage, { params: { messageId: second.id } });
    },
  },
  { event: threadMoved, when: 'a thread is opened', act: ({ convener, communityId }) => startThread(convener, communityId) },
  {
    event: threadMoved,
    when: 'a reader opens a thread in another tab',
    act: ({ member, communityId }) => startThread(member, communityId),
  },
  {
    event: threadMoved,
    when: 'another thread is opened and this one comes up again',
    act: async ({ convener, communityId, threadId }) => {
      await startThread(convener, communityId);
      await say(convener, threadId, 'Still here.');
    },
  },
  { event: readStateChanged, when: 'a reader has read all', act: ({ member, threadId }) => read(member, threadId, 3) },
  { event: readStateChanged, when: 'a reader marks unread from a message', act: ({ member, threadId }) => unreadFrom(member, threadId, 2) },
  { event: readStateChanged, when: 'a reader follows', act: ({ member, threadId }) => follow(member, threadId, 'following') },
  { event: readStateChanged, when: 'a reader mutes', act: ({ member, threadId }) => follow(member, threadId, 'muted') },
  {
    event: readStateChanged,
    when: 'a reader stops following with something unread',
    act: async ({ convener, member, threadId }) => {
      await follow(member, threadId, 'following');
      await say(convener, threadId, 'One more thing.');
      await follow(member, threadId, 'none');
    },
  },
  {
    event: readStateChanged,
    when: 'a reader stops following what they said last themselves',
    act: async ({ member, threadId }) => {
      await say(member, threadId, 'I am done here.');
      await unreadFrom(member, threadId, 1);
      await follow(member, threadId, 'none');
    },
  },
];

/** Never stored, or the end of what is shown: proved beside the verbs, below, in presence.spec.ts and in moderation.spec.ts. */
const provedElsewhere: readonly LiveEvent[] = [threads.threadLost, threads.reportsChanged, threads.presenceChanged, threads.typing];

describe('threads, live', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const makeWorld = async (): Promise<World> => {
    const convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
    const { id: communityId } = await foundCommunity(convener);
    const readers = await Promise.all(['Member', 'Follower', 'Muter', 'Reader'].map((name) => server.person(name, { unit: 'Towers' })));
    const [member, follower, muter, reader] = readers;
    if (!member || !follower || !muter || !reader) throw new Error('Four readers are needed.');
    const visitor = await server.person('Visitor', { unit: 'Foundations' });
    const steward = await server.person('Steward', { unit: 'Foundations' });
    await bring(convener, steward, communityId, 'steward');
    for (const person of readers) await person.do(joinCommunity, { params: { communityId } });
    const { thread } = await startThread(convener, communityId);
    const second = await say(convener, thread.id, 'Two marks.');
    const third = await say(convener, thread.id, 'Also at night.', { replyToId: second.id });
    await follow(follower, thread.id, 'following');
    await follow(muter, thread.id, 'muted');
    await read(reader, thread.id, 3);
    const place = { threadId: thread.id, communityId };
    const browsers = [];
    for (const person of [convener, ...readers, visitor]) browsers.push(await LiveBrowser.open(person, place));
    return { convener, member, ...place, second, third, browsers };
  };

  it.for(cases)('$event.name: screens equal a fresh look when $when', async ({ act, event }) => {
    const world = await makeWorld();

    await act(world);

    for (const browser of world.browsers) {
      const fresh = shown(await browser.fresh());
      await expect.poll(() => shown(browser.screens), { interval: 5, message: browser.person.name }).toEqual(fresh);
    }
    expect(world.browsers.some(({ person }) => person.heard.some(({ name }) => name === event.name))).toBe(true);
    for (const { person } of world.browsers) person.disconnect();
  });

  it('person.thread-lost: tells who is taken out of a private community, whose overview is empty then as fresh', async () => {
    const convener = await server.person('Convener Carvalho');
    const member = await server.person('Member Mensah');
    const { id: communityId } = await foundCommunity(convener, { visibility: 'private' });
    await bring(convener, member, communityId);
    const { thread } = await startThread(convener, communityId);
    await follow(member, thread.id, 'following');
    const browser = await LiveBrowser.open(member, { threadId: thread.id, communityId });

    await convener.do(removeMember, { params: { communityId, personId: member.id } });

    const lost = await member.hears(threads.threadLost);
    const fresh = await member.do(threads.getUnread);
    expect(lost.threadId).toBe(thread.id);
    expect(browser.screens.unread.threads).toEqual(fresh.threads);
    member.disconnect();
  });

  it('has a case for every event of threads', () => {
    const proved = new Set([...cases.map(({ event }) => event.name), ...provedElsewhere.map(({ name }) => name)]);

    expect(eventsIn(threads).filter((name) => !proved.has(name))).toEqual([]);
  });
});
