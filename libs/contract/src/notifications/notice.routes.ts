import { z } from 'zod';
import { clientId } from '../ids.ts';
import { cursor, queryNumber } from '../primitives.ts';
import { route } from '../route.ts';
import { noticeKind, noticeList, noticeReading, noticeSettings, unreadNotices } from './notice.schemas.ts';

export const listNotices = route({
  name: 'listNotices',
  summary: 'What concerned you, the newest first: one row for each thread, community or session.',
  method: 'GET',
  path: '/api/notices',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    show: z.enum(['all', 'unread']).default('all'),
    limit: queryNumber(1, 100).default(30),
    cursor: cursor.optional(),
  }),
  response: noticeList,
});

export const getUnreadNotices = route({
  name: 'getUnreadNotices',
  summary: 'How many notices are unread, and what they are about.',
  method: 'GET',
  path: '/api/notices/unread',
  access: 'signed-in',
  rate: 'reading',
  response: unreadNotices,
});

export const readNotices = route({
  name: 'readNotices',
  summary: 'Say that you have read one notice, all about something, or all up to a moment. The id is yours, to take it back by.',
  method: 'PUT',
  path: '/api/notices/readings/:readingId',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ readingId: clientId }),
  body: noticeReading,
  response: z.undefined(),
  status: 204,
});

export const takeBackReading = route({
  name: 'takeBackReading',
  summary: 'Make unread again what was read under this id.',
  method: 'DELETE',
  path: '/api/notices/readings/:readingId',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ readingId: clientId }),
  response: z.undefined(),
  status: 204,
});

export const getNoticeSettings = route({
  name: 'getNoticeSettings',
  summary: 'Which kinds of notices you have turned off.',
  method: 'GET',
  path: '/api/notices/settings',
  access: 'signed-in',
  rate: 'reading',
  response: noticeSettings,
});

export const setNoticeKind = route({
  name: 'setNoticeKind',
  summary: 'Turn one kind of notices off, or on again. It holds from now on.',
  method: 'PUT',
  path: '/api/notices/settings/:noticeKind',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ noticeKind }),
  body: z.strictObject({ isOn: z.boolean() }),
  response: noticeSettings,
});
