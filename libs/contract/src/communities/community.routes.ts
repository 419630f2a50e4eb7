import { z } from 'zod';
import { clientId, communityId, imperativeId } from '../ids.ts';
import { cursor, queryNumber, text, version } from '../primitives.ts';
import { route } from '../route.ts';
import { imperativeIds } from './imperative.schemas.ts';
import { charter, charterDetails, communityName, communityRow, communityView, visibility } from './community.schemas.ts';

const params = z.object({ communityId });

export const listCommunities = route({
  name: 'listCommunities',
  summary: 'Communities that you may see, by name: those you may read (`readable`), your own (`mine`), or closed ones too.',
  method: 'GET',
  path: '/api/communities',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    show: z.enum(['all', 'readable', 'mine']).default('all'),
    q: text(80).default(''),
    /** Those that serve it. */
    imperative: imperativeId.optional(),
    limit: queryNumber(1, 100).default(50),
    cursor: cursor.optional(),
  }),
  response: z.object({ communities: z.array(communityRow), nextCursor: z.string().nullable() }),
});

export const createCommunity = route({
  name: 'createCommunity',
  summary: 'Found a community. You become its convener.',
  method: 'POST',
  path: '/api/communities',
  access: 'signed-in',
  rate: 'writing',
  body: z.strictObject({ clientId, name: communityName, visibility, ...charter.shape }),
  response: communityView,
  status: 201,
  problems: ['community.name-taken', 'client-id.reused'],
});

export const getCommunity = route({
  name: 'getCommunity',
  summary: 'One community with its charter.',
  method: 'GET',
  path: '/api/communities/:communityId',
  access: 'signed-in',
  rate: 'reading',
  params,
  response: communityView,
  problems: ['community.not-found'],
});

export const editCommunity = route({
  name: 'editCommunity',
  summary:
    'Change name or charter. `version` is the one you worked on; details that are left out stay. `imperativeIds` are those it serves, in order.',
  method: 'PATCH',
  path: '/api/communities/:communityId',
  access: 'signed-in',
  rate: 'writing',
  params,
  body: z.strictObject({
    version,
    name: communityName,
    ...charter.shape,
    ...charterDetails.partial().shape,
    imperativeIds: imperativeIds.optional(),
  }),
  response: communityView,
  problems: [
    'community.not-found',
    'community.not-allowed',
    'community.ask-first',
    'community.ended',
    'community.name-taken',
    'imperative.not-found',
    'imperative.closed',
    'version.stale',
  ],
});

export const seeCommunity = route({
  name: 'seeCommunity',
  summary: 'Say that you have looked at what is new in the community; its dot goes.',
  method: 'PUT',
  path: '/api/communities/:communityId/seen',
  access: 'signed-in',
  rate: 'writing',
  params,
  response: z.undefined(),
  status: 204,
  problems: ['community.not-found', 'community.ask-first'],
});

export const closeCommunity = route({
  name: 'closeCommunity',
  summary: 'Close a community: nothing new is written, everything stays readable and findable.',
  method: 'PUT',
  path: '/api/communities/:communityId/closing',
  access: 'signed-in',
  rate: 'writing',
  params,
  response: communityView,
  problems: ['community.not-found', 'community.not-allowed', 'community.ask-first'],
});

export const reopenCommunity = route({
  name: 'reopenCommunity',
  summary: 'Open a closed or merged community again.',
  method: 'DELETE',
  path: '/api/communities/:communityId/closing',
  access: 'signed-in',
  rate: 'writing',
  params,
  response: communityView,
  problems: ['community.not-found', 'community.not-allowed', 'community.ask-first'],
});

export const mergeCommunity = route({
  name: 'mergeCommunity',
  summary:
    'Go into another community: members come along, this one closes and points there. Needs a leader of both, or one who is administrator.',
  method: 'PUT',
  path: '/api/communities/:communityId/merged-into',
  access: 'signed-in',
  rate: 'writing',
  params,
  body: z.strictObject({ intoId: communityId }),
  response: communityView,
  problems: ['community.not-found', 'community.not-allowed', 'community.ask-first', 'community.ended', 'community.would-hide'],
});
