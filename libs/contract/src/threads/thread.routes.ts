import { z } from 'zod';
import { fileIds } from '../files/file.schemas.ts';
import { clientId, communityId, messageId, threadId } from '../ids.ts';
import { cursor, exactText, ordinal, queryNumber, text, version } from '../primitives.ts';
import { route } from '../route.ts';
import {
  closingTag,
  follows,
  messageLimit,
  participants,
  readState,
  threadChanges,
  threadList,
  threadPage,
  threadQuestion,
  threadTitle,
  threadView,
  unreadOverview,
} from './thread.schemas.ts';

const inThread = z.object({ threadId });

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
