import { messageId } from '@landbridge/contract';
import { listUnits } from '@landbridge/contract/organisation';
import * as threads from '@landbridge/contract/threads';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe } from 'vitest';
import { callRow, everybody, members, nobodyElse, row, testPermissions, type Kind, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId, say, startThread } from '../../testing/world.ts';

const readers = (missing: 'thread.not-found' | 'community.not-found' | 'message.not-found') => ({
  open: everybody(),
  private: members(missing),
});

/** Of a community: that there is a closed one is no secret, what is said in it is. */
const communityReaders = { ...readers('community.not-found'), closed: members('community.ask-first') };

/** The opener and the leaders of the community look after a thread; the convener opened it. */
const caretakers = {
  open: nobodyElse(['steward', 'convener'], 'thread.not-allowed'),
  private: nobodyElse(['steward', 'convener'], 'thread.not-allowed', { outsider: 'thread.not-found', administrator: 'thread.not-found' }),
};

/** Each kind tries it on the convener's message; those who read it are told that it is not theirs. */
const author = {
  open: nobodyElse(['convener'], 'message.not-allowed'),
  private: nobodyElse(['convener'], 'message.not-allowed', { outsider: 'message.not-found', administrator: 'message.not-found' }),
};

/** As caretakers; what they cannot see is a message here. */
const pinner = {
  open: nobodyElse(['steward', 'convener'], 'thread.not-allowed'),
  private: nobodyElse(['steward', 'convener'], 'thread.not-allowed', { outsider: 'message.not-found', administrator: 'message.not-found' }),
};

/** Leaders look after what others say. */
const moderators = pinner;
const authorAndModerators = {
  open: nobodyElse(['member', 'steward', 'convener'], 'thread.not-allowed'),
  private: nobodyElse(['member', 'steward', 'convener'], 'thread.not-allowed', {
    outsider: 'message.not-found',
    administrator: 'message.not-found',
  }),
};

/** Each kind tries it on the convener's message. */
const reporters = {
  open: everybody({ convener: 'message.own' }),
  private: members('message.not-found', { convener: 'message.own' }),
};

const inThread = ({ thread }: Place) => ({ params: { threadId: thread.thread.id } });
const inCommunity = ({ community }: Place) => ({ params: { communityId: community.id } });
const inMessage = ({ message }: Place) => ({ params: { messageId: message.id } });
const newMessage = async ({ people, thread }: Place) => ({
  params: { messageId: (await say(people.convener, thread.thread.id, `Said by the convener, ${uuid()}.`)).id },
});
const othersMessage = async ({ people, thread }: Place) => ({
  params: { messageId: (await say(people.member, thread.thread.id, `Said by a member, ${uuid()}.`)).id },
});
const newThread = async ({ people, community }: Place) => {
  const { thread } = await startThread(people.convener, community.id);
  return { params: { threadId: thread.id }, version: thread.version };
};
const someUnit = async ({ people }: Place) => (await people.convener.do(listUnits)).units.slice(0, 1).map((unit) => unit.id);
const reaction = ({ message }: Place) => ({ params: { messageId: messageId.parse(message.id), emoji: '👍' } });
const words = (kind: Kind) => `Said by ${kind}.`;

const table = [
  row(threads.listThreads, communityReaders, inCommunity),
  row(threads.listMyThreads, everybody()),
  row(threads.listWritings, everybody(), ({ people }) => ({ params: { personId: people.member.id } })),
  row(threads.getUnread, everybody()),
  row(threads.findThreads, everybody(), () => ({ query: { q: 'flange' } })),
  row(threads.openThread, communityReaders, (place, kind) => ({
    ...inCommunity(place),
    body: { clientId: newClientId(), title: 'Who signs the torque log?', markdown: words(kind) },
  })),
  row(threads.openCrossUnitThread, everybody(), async (place, kind) => ({
    body: {
      clientId: newClientId(),
      title: 'Who signs the torque log?',
      question: '',
      markdown: words(kind),
      unitIds: await someUnit(place),
    },
  })),
  // Threads of a community have no participants of their own: not even their caretakers invite.
  row(
    threads.changeParticipants,
    {
      open: nobodyElse([], 'thread.not-allowed'),
      private: nobodyElse([], 'thread.not-allowed', { outsider: 'thread.not-found', administrator: 'thread.not-found' }),
    },
    async (place) => ({ ...inThread(place), body: { version: 1, unitIds: await someUnit(place) } }),
  ),
  row(threads.getThread, readers('thread.not-found'), inThread),
  row(threads.listMessages, readers('thread.not-found'), (place) => ({ ...inThread(place), query: { after: 0 } })),
  row(threads.getThreadChanges, readers('thread.not-found'), (place) => ({ ...inThread(place), query: { after: 0 } })),
  row(threads.changeThread, caretakers, async (place) => {
    const { params, version } = await newThread(place);
    return { params, body: { version, title: 'What the crew writes down', isClosed: true } };
  }),
  row(threads.postMessage, readers('thread.not-found'), (place, kind) => ({
    ...inThread(place),
    body: { clientId: newClientId(), markdown: words(kind) },
  })),
  row(threads.getMessage, readers('message.not-found'), inMessage),
  row(threads.editMessage, author, async (place, kind) => ({ ...(await newMessage(place)), body: { version: 1, markdown: words(kind) } })),
  row(threads.deleteMessage, author, newMessage),
  row(threads.getMessageSource, readers('message.not-found'), inMessage),
  row(
    threads.getMessageHistory,
    {
      open: nobodyElse(['steward', 'convener'], 'message.not-allowed'),
      private: nobodyElse(['steward', 'convener'], 'message.not-allowed', {
        outsider: 'message.not-found',
        administrator: 'message.not-found',
      }),
    },
    inMessage,
  ),
  row(threads.react, readers('message.not-found'), reaction),
  row(threads.unreact, readers('message.not-found'), reaction),
  row(threads.listReactors, readers('message.not-found'), reaction),
  row(threads.pinMessage, pinner, newMessage),
  row(threads.unpinMessage, pinner, newMessage),
  row(threads.reportMessage, reporters, async (place) => ({ ...(await newMessage(place)), body: { kind: 'unkind' as const } })),
  row(threads.withdrawReport, readers('message.not-found'), inMessage),
  row(threads.listReports, everybody()),
  row(threads.answerReports, moderators, async (place) => ({ ...(await othersMessage(place)), body: { isLeft: true } })),
  row(threads.hideMessage, moderators, async (place) => ({ ...(await othersMessage(place)), body: { reason: 'Not for here.' } })),
  row(threads.showMessage, moderators, othersMessage),
  row(threads.getHiddenWords, authorAndModerators, async (place) => {
    const { params } = await othersMessage(place);
    await place.people.convener.do(threads.hideMessage, { params, body: { reason: 'Not for here.' } });
    return { params };
  }),
  row(threads.markRead, readers('thread.not-found'), (place) => ({ ...inThread(place), body: { kind: 'read' as const, position: 1 } })),
  row(threads.followThread, readers('thread.not-found'), (place) => ({ ...inThread(place), body: { follows: 'muted' as const } })),
  row(threads.suggestPeople, readers('thread.not-found'), inThread),
  row(threads.previewMarkdown, everybody(), () => ({ body: { markdown: 'So.' } })),
  callRow(threads.watchThread, readers('thread.not-found'), ({ thread }) => ({ threadId: thread.thread.id })),
  // Leaving a room, and typing where one is not, change nothing and tell nothing.
  callRow(threads.unwatchThread, everybody(), ({ thread }) => ({ threadId: thread.thread.id })),
  callRow(threads.startTyping, everybody(), ({ thread }) => ({ threadId: thread.thread.id })),
];

describe('permissions in threads', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('threads', table, threads, () => server);
});
