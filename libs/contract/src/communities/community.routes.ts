import { z } from 'zod';
import { clientId, communityId, personId } from '../ids.ts';
import { cursor, queryNumber, text, version } from '../primitives.ts';
import { route } from '../route.ts';
import { charter, communityName, communityRow, communityView, memberRole, memberView, visibility } from './community.schemas.ts';

const params = z.object({ communityId });
const memberParams = z.object({ communityId, personId });

export const listCommunities = route({
  name: 'listCommunities',
  summary: 'Communities that are open to you, by name.',
  method: 'GET',
  path: '/api/communities',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({
    show: z.enum(['all', 'mine']).default('all'),
    q: text(80).default(''),
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
  summary: 'Change name or charter. `version` is the one you worked on.',
  method: 'PATCH',
  path: '/api/communities/:communityId',
  access: 'signed-in',
  rate: 'writing',
  params,
  body: z.strictObject({ version, name: communityName, ...charter.shape }),
  response: communityView,
  problems: ['community.not-found', 'community.not-allowed', 'community.name-taken', 'version.stale'],
});

export const joinCommunity = route({
  name: 'joinCommunity',
  summary: 'Join an open community.',
  method: 'PUT',
  path: '/api/communities/:communityId/membership',
  access: 'signed-in',
  rate: 'writing',
  params,
  response: communityView,
  problems: ['community.not-found'],
});

export const leaveCommunity = route({
  name: 'leaveCommunity',
  summary: 'Leave a community. What you wrote stays. You lose sight of a private one at once.',
  method: 'DELETE',
  path: '/api/communities/:communityId/membership',
  access: 'signed-in',
  rate: 'writing',
  params,
  response: z.undefined(),
  status: 204,
  problems: ['community.not-found', 'community.last-convener'],
});

export const listMembers = route({
  name: 'listMembers',
  summary: 'Members by name.',
  method: 'GET',
  path: '/api/communities/:communityId/members',
  access: 'signed-in',
  rate: 'reading',
  params,
  query: z.strictObject({ limit: queryNumber(1, 100).default(50), cursor: cursor.optional() }),
  response: z.object({ members: z.array(memberView), nextCursor: z.string().nullable() }),
  problems: ['community.not-found'],
});

export const appointMember = route({
  name: 'appointMember',
  summary: 'Bring somebody into the community, or give a member another role.',
  method: 'PUT',
  path: '/api/communities/:communityId/members/:personId',
  access: 'signed-in',
  rate: 'writing',
  params: memberParams,
  body: z.strictObject({ role: memberRole }),
  response: memberView,
  problems: ['community.not-found', 'community.not-allowed', 'community.last-convener', 'person.not-found'],
});

export const removeMember = route({
  name: 'removeMember',
  summary: 'Take somebody out of the community. They lose sight of a private one at once.',
  method: 'DELETE',
  path: '/api/communities/:communityId/members/:personId',
  access: 'signed-in',
  rate: 'writing',
  params: memberParams,
  response: z.undefined(),
  status: 204,
  problems: ['community.not-found', 'community.not-allowed', 'community.last-convener', 'person.not-found'],
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
  problems: ['community.not-found'],
});
