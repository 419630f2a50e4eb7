import { z } from 'zod';
import { clientId, communityId, personId, unitId } from '../ids.ts';
import { cursor, day, email, instant, line, queryNumber, text } from '../primitives.ts';
import { route } from '../route.ts';
import { personSummary } from './people.schemas.ts';

export const listPeople = route({
  name: 'listPeople',
  summary: 'People of the organisation by name. `q` matches the beginning of any part of the name.',
  method: 'GET',
  path: '/api/people',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({ q: text(80).default(''), limit: queryNumber(1, 100).default(50), cursor: cursor.optional() }),
  response: z.object({ people: z.array(personSummary), nextCursor: z.string().nullable() }),
});

export const getPerson = route({
  name: 'getPerson',
  summary: 'One person, with the communities that both of you may see.',
  method: 'GET',
  path: '/api/people/:personId',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ personId }),
  response: personSummary.extend({
    isActive: z.boolean(),
    communities: z.array(z.object({ id: communityId, name: z.string() })).max(50),
  }),
  problems: ['person.not-found'],
});

export const invitePerson = route({
  name: 'invitePerson',
  summary: 'Invite somebody by e-mail. Without a mail server the answer carries the link, this once, to hand on.',
  method: 'POST',
  path: '/api/people',
  access: 'administrator',
  rate: 'writing',
  body: z.strictObject({ clientId, name: line(120), email, unitId: unitId.nullable().default(null) }),
  response: z.object({ person: personSummary, sentTo: z.string(), link: z.url().nullable(), expiresAt: instant }),
  status: 201,
  problems: ['person.already-here', 'unit.not-found', 'client-id.reused'],
});

export const invitePersonAgain = route({
  name: 'invitePersonAgain',
  summary: 'Send a new invitation to somebody who has not signed in yet. The former link stops working.',
  method: 'POST',
  path: '/api/people/:personId/invitation',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ personId }),
  response: z.object({ sentTo: z.string(), link: z.url().nullable(), expiresAt: instant }),
  status: 201,
  problems: ['person.not-found', 'person.already-here'],
});

export const moveToUnit = route({
  name: 'moveToUnit',
  summary: 'Put a person into a unit from a day on. Former units stay in their history.',
  method: 'PUT',
  path: '/api/people/:personId/unit',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ personId }),
  body: z.strictObject({ unitId, from: day.optional() }),
  response: personSummary,
  problems: ['person.not-found', 'unit.not-found'],
});
