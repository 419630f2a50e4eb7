import { z } from 'zod';
import { clientId, imperativeId, personId } from '../ids.ts';
import { cursor, queryNumber, text, version } from '../primitives.ts';
import { route } from '../route.ts';
import { imperativeName, imperativeView } from './imperative.schemas.ts';

const params = z.object({ imperativeId });
const ownerId = personId.nullable();

export const listImperatives = route({
  name: 'listImperatives',
  summary: 'Business imperatives of the organisation by name, the open ones first, or those alone.',
  method: 'GET',
  path: '/api/imperatives',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    show: z.enum(['all', 'open']).default('all'),
    q: text(200).default(''),
    limit: queryNumber(1, 100).default(50),
    cursor: cursor.optional(),
  }),
  response: z.object({ imperatives: z.array(imperativeView), nextCursor: z.string().nullable() }),
});

export const getImperative = route({
  name: 'getImperative',
  summary: 'One business imperative of the organisation.',
  method: 'GET',
  path: '/api/imperatives/:imperativeId',
  access: 'signed-in',
  rate: 'reading',
  params,
  response: imperativeView,
  problems: ['imperative.not-found'],
});

export const nameImperative = route({
  name: 'nameImperative',
  summary: 'Name a business imperative of the organisation, with its owner if there is one.',
  method: 'POST',
  path: '/api/imperatives',
  access: 'administrator',
  rate: 'writing',
  body: z.strictObject({ clientId, name: imperativeName, ownerId: ownerId.default(null) }),
  response: imperativeView,
  status: 201,
  problems: ['imperative.name-taken', 'person.not-found', 'client-id.reused'],
});

export const changeImperative = route({
  name: 'changeImperative',
  summary: 'Give a business imperative another name or owner. `version` is the one you worked on.',
  method: 'PUT',
  path: '/api/imperatives/:imperativeId',
  access: 'administrator',
  rate: 'writing',
  params,
  body: z.strictObject({ version, name: imperativeName, ownerId }),
  response: imperativeView,
  problems: ['imperative.not-found', 'imperative.name-taken', 'person.not-found', 'version.stale'],
});

export const closeImperative = route({
  name: 'closeImperative',
  summary: 'Close a business imperative. Communities that serve it go on naming it; no other can begin to.',
  method: 'PUT',
  path: '/api/imperatives/:imperativeId/closing',
  access: 'administrator',
  rate: 'writing',
  params,
  response: imperativeView,
  problems: ['imperative.not-found'],
});

export const reopenImperative = route({
  name: 'reopenImperative',
  summary: 'Open a closed business imperative again.',
  method: 'DELETE',
  path: '/api/imperatives/:imperativeId/closing',
  access: 'administrator',
  rate: 'writing',
  params,
  response: imperativeView,
  problems: ['imperative.not-found', 'imperative.name-taken'],
});
