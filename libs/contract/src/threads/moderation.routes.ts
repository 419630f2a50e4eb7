import { z } from 'zod';
import { communityId, messageId, threadId } from '../ids.ts';
import { cursor, queryNumber } from '../primitives.ts';
import { route } from '../route.ts';
import { hiddenWords, hidingReason, reportedMessage, reportKind, reportNote } from './moderation.schemas.ts';
import { messageView } from './thread.schemas.ts';

const inMessage = z.object({ messageId });

export const reportMessage = route({
  name: 'reportMessage',
  summary: 'Report a message to those who look after the conversation. Its author is not told, and nobody learns who reported it.',
  method: 'PUT',
  path: '/api/messages/:messageId/report',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  body: z.strictObject({ kind: reportKind, note: reportNote.default('') }),
  response: z.undefined(),
  status: 204,
  problems: ['message.not-found', 'message.deleted', 'message.hidden', 'message.own', 'message.nobody-to-tell'],
});

export const withdrawReport = route({
  name: 'withdrawReport',
  summary: 'Take your report of a message back.',
  method: 'DELETE',
  path: '/api/messages/:messageId/report',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  response: z.undefined(),
  status: 204,
  problems: ['message.not-found'],
});

export const listReports = route({
  name: 'listReports',
  summary:
    'Reported messages that wait for you: in communities you lead and threads you convene, of one of them or of all. Never your own messages.',
  method: 'GET',
  path: '/api/reports',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    communityId: communityId.optional(),
    threadId: threadId.optional(),
    limit: queryNumber(1, 50).default(20),
    cursor: cursor.optional(),
  }),
  response: z.object({ reported: z.array(reportedMessage).max(50), nextCursor: z.string().nullable() }),
});

export const answerReports = route({
  name: 'answerReports',
  summary: 'Leave a reported message as it is, or take that back. Those who reported it are not told.',
  method: 'PUT',
  path: '/api/messages/:messageId/reports',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  body: z.strictObject({ isLeft: z.boolean() }),
  response: z.undefined(),
  status: 204,
  problems: ['message.not-found', 'thread.not-allowed', 'message.deleted', 'message.hidden'],
});

export const hideMessage = route({
  name: 'hideMessage',
  summary: 'Hide a message. Its place stays, with your reason; what it says is for its author and those who look after the conversation.',
  method: 'PUT',
  path: '/api/messages/:messageId/hidden',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  body: z.strictObject({ reason: hidingReason }),
  response: messageView,
  problems: ['message.not-found', 'thread.not-allowed', 'message.deleted'],
});

export const showMessage = route({
  name: 'showMessage',
  summary: 'Show a hidden message again, and the words of it that others quoted.',
  method: 'DELETE',
  path: '/api/messages/:messageId/hidden',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  response: messageView,
  problems: ['message.not-found', 'thread.not-allowed', 'message.deleted'],
});

export const getHiddenWords = route({
  name: 'getHiddenWords',
  summary: 'What a hidden message says. For its author and those who look after the conversation.',
  method: 'GET',
  path: '/api/messages/:messageId/hidden',
  access: 'signed-in',
  rate: 'reading',
  params: inMessage,
  response: hiddenWords,
  problems: ['message.not-found', 'thread.not-allowed', 'message.not-hidden'],
});
