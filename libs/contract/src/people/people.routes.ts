import { z } from 'zod';
import { clientId, milestoneId, personId, unitId } from '../ids.ts';
import { cursor, day, email, instant, line, queryNumber, text } from '../primitives.ts';
import { route } from '../route.ts';
import { accountView, importedPerson, mostImportedAtOnce, organisationRole, peopleFile, personSummary } from './people.schemas.ts';
import { milestone, ownProfile, personFound, personProfile } from './profile.schemas.ts';

export const listPeople = route({
  name: 'listPeople',
  summary:
    'People of the organisation by name. `q` matches the beginning of any part of the name; by `knowledge` also title, topics, what they say of themselves, and what they wrote where you may read it.',
  method: 'GET',
  path: '/api/people',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    q: text(80).default(''),
    by: z.enum(['name', 'knowledge']).default('name'),
    limit: queryNumber(1, 100).default(50),
    cursor: cursor.optional(),
  }),
  response: z.object({ people: z.array(personFound), nextCursor: z.string().nullable() }),
});

export const getPerson = route({
  name: 'getPerson',
  summary: 'One person, with communities and milestones that both of you may see; `as` others, what everybody signed in sees of them.',
  method: 'GET',
  path: '/api/people/:personId',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ personId }),
  query: z.strictObject({ as: z.literal('others').optional() }),
  response: personProfile,
  problems: ['person.not-found'],
});

export const getOwnProfile = route({
  name: 'getOwnProfile',
  summary: 'What you say of yourself, as you edit it.',
  method: 'GET',
  path: '/api/profile',
  access: 'signed-in',
  rate: 'reading',
  response: ownProfile,
});

export const editProfile = route({
  name: 'editProfile',
  summary: 'Say who you are. `version` is the one you worked on.',
  method: 'PUT',
  path: '/api/profile',
  access: 'signed-in',
  rate: 'writing',
  body: z.strictObject(ownProfile.shape),
  response: ownProfile,
  problems: ['version.stale'],
});

export const showMilestone = route({
  name: 'showMilestone',
  summary: 'Keep a milestone of yours to yourself, or show it to the organisation.',
  method: 'PUT',
  path: '/api/profile/milestones/:milestoneId',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ milestoneId }),
  body: z.strictObject({ isPrivate: z.boolean() }),
  response: milestone,
  problems: ['milestone.not-found'],
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
  problems: ['person.already-here', 'unit.not-found', 'unit.closed', 'client-id.reused'],
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
  problems: ['person.not-found', 'unit.not-found', 'unit.closed'],
});

export const listAccounts = route({
  name: 'listAccounts',
  summary: 'People with their address and roles, by name. `q` matches the beginning of any part of the name, or of the address.',
  method: 'GET',
  path: '/api/accounts',
  access: 'administrator',
  rate: 'reading',
  query: z.strictObject({
    q: text(80).default(''),
    show: z.enum(['active', 'deactivated']).default('active'),
    limit: queryNumber(1, 100).default(50),
    cursor: cursor.optional(),
  }),
  response: z.object({ accounts: z.array(accountView), nextCursor: z.string().nullable() }),
});

export const deactivatePerson = route({
  name: 'deactivatePerson',
  summary: 'Close an account: sign-ins, sockets, links, roles and appointments end at once. What the person wrote stays.',
  method: 'PUT',
  path: '/api/people/:personId/deactivation',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ personId }),
  response: accountView,
  problems: ['person.not-found', 'person.last-administrator'],
});

export const bringBackPerson = route({
  name: 'bringBackPerson',
  summary: 'Open a closed account again, with its communities and password, and without roles.',
  method: 'DELETE',
  path: '/api/people/:personId/deactivation',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ personId }),
  response: accountView,
  problems: ['person.not-found'],
});

export const giveRole = route({
  name: 'giveRole',
  summary: 'Make somebody administrator, observer, or one of the training department. It holds at once.',
  method: 'PUT',
  path: '/api/people/:personId/roles/:role',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ personId, role: organisationRole }),
  response: accountView,
  problems: ['person.not-found'],
});

export const takeRole = route({
  name: 'takeRole',
  summary: 'Take a role from somebody. It ends at once.',
  method: 'DELETE',
  path: '/api/people/:personId/roles/:role',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ personId, role: organisationRole }),
  response: accountView,
  problems: ['person.not-found', 'person.last-administrator'],
});

export const appointManager = route({
  name: 'appointManager',
  summary: 'Appoint a manager of a unit, from today on.',
  method: 'PUT',
  path: '/api/units/:unitId/managers/:personId',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ unitId, personId }),
  response: accountView,
  problems: ['person.not-found', 'unit.not-found', 'unit.closed'],
});

export const dismissManager = route({
  name: 'dismissManager',
  summary: 'End the appointment of a manager today. It stays in the history.',
  method: 'DELETE',
  path: '/api/units/:unitId/managers/:personId',
  access: 'administrator',
  rate: 'writing',
  params: z.object({ unitId, personId }),
  response: accountView,
  problems: ['person.not-found'],
});

export const readPeopleFile = route({
  name: 'readPeopleFile',
  summary: 'Read a CSV file of people and say, line by line, what bringing it in would do. Changes nothing.',
  method: 'POST',
  path: '/api/people/files',
  access: 'administrator',
  rate: 'writing',
  body: z.strictObject({ content: z.base64().max(250_000) }),
  response: peopleFile,
});

export const importPeople = route({
  name: 'importPeople',
  summary: 'Bring in people that a file names, all or none. Whoever has a known address stays as they are: sent again, it changes nothing.',
  method: 'POST',
  path: '/api/people/imports',
  access: 'administrator',
  rate: 'writing',
  body: z.strictObject({ people: z.array(importedPerson).min(1).max(mostImportedAtOnce), sendsInvitations: z.boolean().default(false) }),
  response: z.object({ presentCount: z.int() }),
  problems: ['unit.not-found', 'unit.closed'],
});
