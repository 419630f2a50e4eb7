import { z } from 'zod';
import { fileIds } from '../files/file.schemas.ts';
import { clientId, messageId, personId, threadId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { cursor, exactText, queryNumber, text, version } from '../primitives.ts';
import { route } from '../route.ts';
import { emoji, messageLimit, messageSource, messageVersion, messageView, messageWindow, threadView, writing } from './thread.schemas.ts';

const inThread = z.object({ threadId });

const inMessage = z.object({ messageId });

const pageSize = queryNumber(1, 100).default(50);

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
