import { z } from 'zod';
import { fileIds } from '../files/file.schemas.ts';
import { clientId, communityId, messageId, personId, threadId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { cursor, exactText, ordinal, queryNumber, text, version } from '../primitives.ts';
import { route } from '../route.ts';
import {
  closingTag,
  emoji,
  follows,
  messageLimit,
  messageSource,
  messageVersion,
  messageView,
  messageWindow,
  participants,
  readState,
  threadChanges,
  threadList,
  threadPage,
  threadQuestion,
  threadTitle,
  threadView,
  unreadOverview,
  writing,
} from './thread.schemas.ts';

const inThread = z.object({ threadId });
const inMessage = z.object({ messageId });
/** What a thread begins with: text, files sent before, or both. */
const firstMessage = { markdown: exactText(messageLimit), fileIds: fileIds.default([]) };
const saysSomething = ({ markdown, fileIds: ids }: { readonly markdown: string; readonly fileIds: readonly string[] }): boolean =>
  markdown.trim() !== '' || ids.length > 0;
const elseNothing = { path: ['markdown'], message: 'must say something' };
const pageSize = queryNumber(1, 100).default(50);

export const listThreads = route({
  name: 'listThreads',
  summary: 'Threads of a community, the last spoken in first.',
  method: 'GET',
  path: '/api/communities/:communityId/threads',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ communityId }),
  query: z.strictObject({ limit: pageSize, cursor: cursor.optional() }),
  response: threadList,
  problems: ['community.not-found', 'community.ask-first'],
});

export const listMyThreads = route({
  name: 'listMyThreads',
  summary: 'Threads you follow, those with something unread, those that mention you, or those across units; the last spoken in first.',
  method: 'GET',
  path: '/api/threads',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    show: z.enum(['unread', 'following', 'mentions', 'across-units']).default('unread'),
    limit: pageSize,
    cursor: cursor.optional(),
  }),
  response: threadList,
});

export const listWritings = route({
  name: 'listWritings',
  summary: 'Threads in which somebody wrote and that you may read; where they wrote last first.',
  method: 'GET',
  path: '/api/people/:personId/threads',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ personId }),
  query: z.strictObject({ limit: pageSize, cursor: cursor.optional() }),
  response: z.object({ writings: z.array(writing), nextCursor: z.string().nullable() }),
});

export const getUnread = route({
  name: 'getUnread',
  summary: 'What is unread: the figures of rail, tab title and inbox.',
  method: 'GET',
  path: '/api/unread',
  access: 'signed-in',
  rate: 'reading',
  response: unreadOverview,
});

export const findThreads = route({
  name: 'findThreads',
  summary: 'Threads whose title has the words, for the switcher.',
  method: 'GET',
  path: '/api/threads/titles',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({ q: text(80).min(1), limit: queryNumber(1, 20).default(5) }),
  response: z.object({ threads: z.array(z.object({ id: threadId, title: z.string(), communityName: z.string().nullable() })).max(20) }),
});

export const openThread = route({
  name: 'openThread',
  summary: 'Open a thread in a community with its first message. In an open community this joins it.',
  method: 'POST',
  path: '/api/communities/:communityId/threads',
  access: 'signed-in',
  rate: 'posting',
  params: z.object({ communityId }),
  body: z.strictObject({ clientId, title: threadTitle, ...firstMessage }).refine(saysSomething, elseNothing),
  response: threadPage,
  status: 201,
  problems: [
    'community.not-found',
    'community.ask-first',
    'community.ended',
    'client-id.reused',
    'file.not-attachable',
    'message.unknown-mention',
    'message.unknown-quote',
  ],
});

export const openCrossUnitThread = route({
  name: 'openCrossUnitThread',
  summary: 'Open a thread across units, with its first message. You become its convener; the units take part as equals.',
  method: 'POST',
  path: '/api/threads',
  access: 'signed-in',
  rate: 'posting',
  body: participants.extend({ clientId, title: threadTitle, question: threadQuestion, ...firstMessage }).refine(saysSomething, elseNothing),
  response: threadPage,
  status: 201,
  problems: [
    'unit.not-found',
    'person.not-found',
    'client-id.reused',
    'file.not-attachable',
    'message.unknown-mention',
    'message.unknown-quote',
  ],
});

export const changeParticipants = route({
  name: 'changeParticipants',
  summary: 'Say anew which units and people a thread across units is for. Who is no longer among them loses sight of it at once.',
  method: 'PUT',
  path: '/api/threads/:threadId/participants',
  access: 'signed-in',
  rate: 'writing',
  params: inThread,
  body: participants.extend({ version }),
  response: threadView,
  problems: ['thread.not-found', 'thread.not-allowed', 'unit.not-found', 'person.not-found', 'version.stale'],
});

export const getThread = route({
  name: 'getThread',
  summary: 'A thread with the messages round its first unread one, its newest ones, or round one message.',
  method: 'GET',
  path: '/api/threads/:threadId',
  access: 'signed-in',
  rate: 'reading',
  params: inThread,
  query: z.strictObject({ at: z.union([z.enum(['unread', 'newest']), messageId]).default('unread'), limit: pageSize }),
  response: threadPage,
  problems: ['thread.not-found'],
});

export const listMessages = route({
  name: 'listMessages',
  summary: 'Messages before or after a position, in order.',
  method: 'GET',
  path: '/api/threads/:threadId/messages',
  access: 'signed-in',
  rate: 'reading',
  params: inThread,
  query: z
    .strictObject({ before: queryNumber(1, 2_000_000_000).optional(), after: queryNumber(0, 2_000_000_000).optional(), limit: pageSize })
    .refine((query) => (query.before === undefined) !== (query.after === undefined), {
      path: ['before'],
      message: 'give either before or after',
    }),
  response: messageWindow,
  problems: ['thread.not-found'],
});

export const getThreadChanges = route({
  name: 'getThreadChanges',
  summary: 'What changed in a thread after an event number: the way back from a lost connection.',
  method: 'GET',
  path: '/api/threads/:threadId/changes',
  access: 'signed-in',
  rate: 'reading',
  params: inThread,
  query: z.strictObject({ after: queryNumber(0, 2_000_000_000), limit: queryNumber(1, 200).default(200) }),
  response: threadChanges,
  problems: ['thread.not-found'],
});

export const changeThread = route({
  name: 'changeThread',
  summary: 'Rename, close or reopen a thread. `version` is the one you worked on. A thread across units is closed with a tag.',
  method: 'PATCH',
  path: '/api/threads/:threadId',
  access: 'signed-in',
  rate: 'writing',
  params: inThread,
  body: z.strictObject({
    version,
    title: threadTitle.optional(),
    question: threadQuestion.optional(),
    isClosed: z.boolean().optional(),
    closedAs: closingTag.optional(),
  }),
  response: threadView,
  problems: ['thread.not-found', 'thread.not-allowed', 'thread.needs-closing-tag', 'version.stale'],
});

export const postMessage = route({
  name: 'postMessage',
  summary: 'Post a message: text, files sent before, or both. The same `clientId` sent again posts nothing and gets the same answer.',
  method: 'POST',
  path: '/api/threads/:threadId/messages',
  access: 'signed-in',
  rate: 'posting',
  params: inThread,
  body: z
    .strictObject({
      clientId,
      markdown: exactText(messageLimit),
      replyToId: messageId.nullable().default(null),
      fileIds: fileIds.default([]),
    })
    .refine(({ markdown, fileIds: ids }) => markdown.trim() !== '' || ids.length > 0, {
      path: ['markdown'],
      message: 'must say something',
    }),
  response: messageView,
  status: 201,
  problems: [
    'thread.not-found',
    'thread.closed',
    'file.not-attachable',
    'client-id.reused',
    'message.not-found',
    'message.unknown-mention',
    'message.unknown-quote',
  ],
});

export const getMessage = route({
  name: 'getMessage',
  summary: 'One message, with the thread it stands in: where a link to it leads.',
  method: 'GET',
  path: '/api/messages/:messageId',
  access: 'signed-in',
  rate: 'reading',
  params: inMessage,
  response: messageView,
  problems: ['message.not-found'],
});

export const editMessage = route({
  name: 'editMessage',
  summary: 'Change your message. `version` is the one you worked on; without `fileIds` its files stay.',
  method: 'PATCH',
  path: '/api/messages/:messageId',
  access: 'signed-in',
  rate: 'posting',
  params: inMessage,
  body: z
    .strictObject({ version, markdown: exactText(messageLimit), fileIds: fileIds.optional() })
    .refine(({ markdown, fileIds: ids }) => markdown.trim() !== '' || ids?.length !== 0, {
      path: ['markdown'],
      message: 'must say something',
    }),
  response: messageView,
  problems: [
    'file.not-attachable',
    'message.nothing-left',
    'message.not-found',
    'message.not-allowed',
    'message.deleted',
    'message.hidden',
    'thread.closed',
    'version.stale',
    'message.unknown-mention',
    'message.unknown-quote',
  ],
});

export const deleteMessage = route({
  name: 'deleteMessage',
  summary: 'Delete your message for good: text, history and quotes of it. Its place in the conversation stays.',
  method: 'DELETE',
  path: '/api/messages/:messageId',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  response: messageView,
  problems: ['message.not-found', 'message.not-allowed'],
});

export const getMessageSource = route({
  name: 'getMessageSource',
  summary: 'The Markdown of a message, to edit or quote it.',
  method: 'GET',
  path: '/api/messages/:messageId/source',
  access: 'signed-in',
  rate: 'reading',
  params: inMessage,
  response: messageSource,
  problems: ['message.not-found', 'message.deleted', 'message.hidden'],
});

export const getMessageHistory = route({
  name: 'getMessageHistory',
  summary: 'Former texts of a message, newest first. For its author and the leaders of the community.',
  method: 'GET',
  path: '/api/messages/:messageId/history',
  access: 'signed-in',
  rate: 'reading',
  params: inMessage,
  response: z.object({ versions: z.array(messageVersion).max(100) }),
  problems: ['message.not-found', 'message.not-allowed'],
});

export const react = route({
  name: 'react',
  summary: 'React to a message with one emoji. Sending it again changes nothing.',
  method: 'PUT',
  path: '/api/messages/:messageId/reactions/:emoji',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ messageId, emoji }),
  response: messageView,
  problems: ['message.not-found', 'message.deleted', 'message.hidden', 'thread.closed'],
});

export const unreact = route({
  name: 'unreact',
  summary: 'Take a reaction back.',
  method: 'DELETE',
  path: '/api/messages/:messageId/reactions/:emoji',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ messageId, emoji }),
  response: messageView,
  problems: ['message.not-found', 'message.deleted', 'message.hidden', 'thread.closed'],
});

export const listReactors = route({
  name: 'listReactors',
  summary: 'Who reacted to a message with an emoji, the first first.',
  method: 'GET',
  path: '/api/messages/:messageId/reactions/:emoji',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ messageId, emoji }),
  query: z.strictObject({ limit: pageSize }),
  response: z.object({ people: z.array(personSummary).max(100) }),
  problems: ['message.not-found'],
});

export const pinMessage = route({
  name: 'pinMessage',
  summary: 'Keep a message in sight of everybody in the thread.',
  method: 'PUT',
  path: '/api/messages/:messageId/pin',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  response: threadView,
  problems: ['message.not-found', 'message.deleted', 'message.hidden', 'thread.not-allowed', 'thread.too-many-pins'],
});

export const unpinMessage = route({
  name: 'unpinMessage',
  summary: 'Let a pinned message go back into the conversation.',
  method: 'DELETE',
  path: '/api/messages/:messageId/pin',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  response: threadView,
  problems: ['message.not-found', 'thread.not-allowed'],
});

export const markRead = route({
  name: 'markRead',
  summary: 'Say how far you have read. `read` only moves forward; `unread-from` sets the mark just before a message.',
  method: 'PUT',
  path: '/api/threads/:threadId/read-state',
  access: 'signed-in',
  rate: 'writing',
  params: inThread,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('read'), position: ordinal(0) }),
    z.strictObject({ kind: z.literal('unread-from'), position: ordinal(1) }),
  ]),
  response: readState,
  problems: ['thread.not-found'],
});

export const followThread = route({
  name: 'followThread',
  summary: 'Follow, unfollow or mute a thread.',
  method: 'PUT',
  path: '/api/threads/:threadId/following',
  access: 'signed-in',
  rate: 'writing',
  params: inThread,
  body: z.strictObject({ follows }),
  response: readState,
  problems: ['thread.not-found'],
});

export const suggestPeople = route({
  name: 'suggestPeople',
  summary: 'People who may read the thread and whose name begins with the letters, for completion after @.',
  method: 'GET',
  path: '/api/threads/:threadId/people',
  access: 'signed-in',
  rate: 'reading',
  params: inThread,
  query: z.strictObject({ q: text(80).default(''), limit: queryNumber(1, 20).default(8) }),
  response: z.object({ people: z.array(personSummary).max(20) }),
  problems: ['thread.not-found'],
});

export const previewMarkdown = route({
  name: 'previewMarkdown',
  summary: 'Markdown as it will look. Nothing is stored.',
  method: 'POST',
  path: '/api/preview',
  access: 'signed-in',
  rate: 'writing',
  body: z.strictObject({ markdown: exactText(messageLimit) }),
  response: z.object({ html: z.string(), named: messageView.shape.named }),
});
