import { z } from 'zod';
import { clientId, communityId, personId, sessionId } from '../ids.ts';
import { cursor, queryNumber, text, version } from '../primitives.ts';
import { route } from '../route.ts';
import {
  sessionAt,
  sessionFacts,
  sessionList,
  sessionMinutes,
  sessionNotes,
  sessionPerson,
  sessionPlace,
  sessionSide,
  sessionTitle,
  sessionView,
} from './session.schemas.ts';

const inSession = z.object({ sessionId });
const inPerson = z.object({ sessionId, personId });

export const listSessions = route({
  name: 'listSessions',
  summary: 'Sessions of communities that are open to you: those ahead, the next first, or those past, the last first.',
  method: 'GET',
  path: '/api/sessions',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    side: sessionSide.default('ahead'),
    show: z.enum(['all', 'mine']).default('all'),
    communityId: communityId.optional(),
    limit: queryNumber(1, 100).default(50),
    cursor: cursor.optional(),
  }),
  response: sessionList,
});

export const findSessions = route({
  name: 'findSessions',
  summary: 'Sessions whose title has the words, for the switcher: those nearest to now first.',
  method: 'GET',
  path: '/api/sessions/titles',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({ q: text(80).min(1), limit: queryNumber(1, 20).default(5) }),
  response: z.object({ sessions: z.array(sessionFacts.pick({ id: true, title: true, at: true })).max(20) }),
});

export const planSession = route({
  name: 'planSession',
  summary: 'Plan a session of a community.',
  method: 'POST',
  path: '/api/communities/:communityId/sessions',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ communityId }),
  body: z.strictObject({
    clientId,
    title: sessionTitle,
    at: sessionAt,
    minutes: sessionMinutes.default(60),
    place: sessionPlace.default(''),
    notes: sessionNotes.default(''),
  }),
  response: sessionView,
  status: 201,
  problems: ['community.not-found', 'community.not-allowed', 'community.ask-first', 'community.ended', 'client-id.reused'],
});

export const getSession = route({
  name: 'getSession',
  summary: 'One session.',
  method: 'GET',
  path: '/api/sessions/:sessionId',
  access: 'signed-in',
  rate: 'reading',
  params: inSession,
  response: sessionView,
  problems: ['session.not-found'],
});

export const editSession = route({
  name: 'editSession',
  summary: 'Change title, time, length, place or notes. `version` is the one you worked on.',
  method: 'PATCH',
  path: '/api/sessions/:sessionId',
  access: 'signed-in',
  rate: 'writing',
  params: inSession,
  body: z.strictObject({
    version,
    title: sessionTitle.optional(),
    at: sessionAt.optional(),
    minutes: sessionMinutes.optional(),
    place: sessionPlace.optional(),
    notes: sessionNotes.optional(),
  }),
  response: sessionView,
  problems: ['session.not-found', 'session.not-allowed', 'version.stale', 'community.ended'],
});

export const cancelSession = route({
  name: 'cancelSession',
  summary: 'Say that a session does not take place. It stays in its place, so that whoever comes sees it.',
  method: 'PUT',
  path: '/api/sessions/:sessionId/cancellation',
  access: 'signed-in',
  rate: 'writing',
  params: inSession,
  response: sessionView,
  problems: ['session.not-found', 'session.not-allowed', 'community.ended'],
});

export const resumeSession = route({
  name: 'resumeSession',
  summary: 'Say that a cancelled session takes place after all.',
  method: 'DELETE',
  path: '/api/sessions/:sessionId/cancellation',
  access: 'signed-in',
  rate: 'writing',
  params: inSession,
  response: sessionView,
  problems: ['session.not-found', 'session.not-allowed', 'community.ended'],
});

export const answerSession = route({
  name: 'answerSession',
  summary: 'Say whether you come; null takes back what you said.',
  method: 'PUT',
  path: '/api/sessions/:sessionId/answer',
  access: 'signed-in',
  rate: 'writing',
  params: inSession,
  body: z.strictObject({ isComing: z.boolean().nullable() }),
  response: sessionView,
  problems: ['session.not-found', 'session.members-only', 'session.cancelled', 'session.over', 'community.ended'],
});

export const listSessionPeople = route({
  name: 'listSessionPeople',
  summary: 'Who said whether they come, and who took part, by name. For members.',
  method: 'GET',
  path: '/api/sessions/:sessionId/people',
  access: 'signed-in',
  rate: 'reading',
  params: inSession,
  query: z.strictObject({ limit: queryNumber(1, 100).default(100), cursor: cursor.optional() }),
  response: z.object({ people: z.array(sessionPerson).max(100), nextCursor: z.string().nullable() }),
  problems: ['session.not-found', 'session.members-only'],
});

export const recordPart = route({
  name: 'recordPart',
  summary: 'Write down that a member took part. Their unit on that day is kept with it.',
  method: 'PUT',
  path: '/api/sessions/:sessionId/people/:personId/part',
  access: 'signed-in',
  rate: 'writing',
  params: inPerson,
  response: sessionView,
  problems: ['session.not-found', 'session.not-allowed', 'session.cancelled', 'session.not-begun', 'person.not-found', 'community.ended'],
});

export const erasePart = route({
  name: 'erasePart',
  summary: 'Take back that somebody took part.',
  method: 'DELETE',
  path: '/api/sessions/:sessionId/people/:personId/part',
  access: 'signed-in',
  rate: 'writing',
  params: inPerson,
  response: sessionView,
  problems: ['session.not-found', 'session.not-allowed', 'community.ended'],
});

export const getSessionCalendar = route({
  name: 'getSessionCalendar',
  summary: 'The session as a calendar file (iCalendar, RFC 5545). Fetched again it updates the same entry.',
  method: 'GET',
  path: '/api/sessions/:sessionId/calendar.ics',
  access: 'signed-in',
  rate: 'reading',
  params: inSession,
  response: z.string(),
  problems: ['session.not-found'],
});
