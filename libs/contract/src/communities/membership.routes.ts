import { z } from 'zod';
import { communityId, communityRequestId, personId } from '../ids.ts';
import { cursor, queryNumber, text } from '../primitives.ts';
import { route } from '../route.ts';
import { communityRequest, communityView, leadershipRole, memberRole, memberView, requestDecision } from './community.schemas.ts';

const params = z.object({ communityId });

const memberParams = z.object({ communityId, personId });

export const joinCommunity = route({
  name: 'joinCommunity',
  summary: 'Join an open community.',
  method: 'PUT',
  path: '/api/communities/:communityId/membership',
  access: 'signed-in',
  rate: 'writing',
  params,
  response: communityView,
  problems: ['community.not-found', 'community.ask-first', 'community.ended'],
});

export const leaveCommunity = route({
  name: 'leaveCommunity',
  summary: 'Leave a community. What you wrote stays. You no longer read a closed or private one from that moment on.',
  method: 'DELETE',
  path: '/api/communities/:communityId/membership',
  access: 'signed-in',
  rate: 'writing',
  params,
  response: z.undefined(),
  status: 204,
  problems: ['community.not-found', 'community.ask-first', 'community.last-convener'],
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
  problems: ['community.not-found', 'community.ask-first'],
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
  problems: ['community.not-found', 'community.not-allowed', 'community.ask-first', 'community.last-convener', 'person.not-found'],
});

export const removeMember = route({
  name: 'removeMember',
  summary: 'Take somebody out of the community. They no longer read a closed or private one from that moment on.',
  method: 'DELETE',
  path: '/api/communities/:communityId/members/:personId',
  access: 'signed-in',
  rate: 'writing',
  params: memberParams,
  response: z.undefined(),
  status: 204,
  problems: ['community.not-found', 'community.not-allowed', 'community.ask-first', 'community.last-convener', 'person.not-found'],
});

export const askToJoin = route({
  name: 'askToJoin',
  summary: 'Ask the leaders of a closed community to join, in your own words. Asked again, the words are replaced.',
  method: 'PUT',
  path: '/api/communities/:communityId/request',
  access: 'signed-in',
  rate: 'writing',
  params,
  body: z.strictObject({ words: text(1_000) }),
  response: communityView,
  problems: ['community.not-found', 'community.not-allowed', 'community.ended'],
});

export const withdrawRequest = route({
  name: 'withdrawRequest',
  summary: 'Take back your request to join, if it was not answered yet.',
  method: 'DELETE',
  path: '/api/communities/:communityId/request',
  access: 'signed-in',
  rate: 'writing',
  params,
  response: z.undefined(),
  status: 204,
  problems: ['community.not-found'],
});

export const listRequests = route({
  name: 'listRequests',
  summary: 'Who waits for an answer, longest first.',
  method: 'GET',
  path: '/api/communities/:communityId/requests',
  access: 'signed-in',
  rate: 'reading',
  params,
  query: z.strictObject({ limit: queryNumber(1, 100).default(50), cursor: cursor.optional() }),
  response: z.object({ requests: z.array(communityRequest), nextCursor: z.string().nullable() }),
  problems: ['community.not-found', 'community.not-allowed', 'community.ask-first'],
});

export const decideRequest = route({
  name: 'decideRequest',
  summary: 'Let somebody in who asked, or decline with a word.',
  method: 'PUT',
  path: '/api/communities/:communityId/requests/:requestId/decision',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ communityId, requestId: communityRequestId }),
  body: z.strictObject({ decision: requestDecision.exclude(['withdrawn']), reply: text(1_000).default('') }),
  response: communityRequest,
  problems: [
    'community.not-found',
    'community.not-allowed',
    'community.ask-first',
    'community.ended',
    'community.request-decided',
    'person.not-found',
  ],
});

const leadershipParams = z.object({ communityId, leadership: leadershipRole });

export const takeLeadership = route({
  name: 'takeLeadership',
  summary: 'Volunteer for a leadership role. It carries no rights; several may share one.',
  method: 'PUT',
  path: '/api/communities/:communityId/leadership/:leadership',
  access: 'signed-in',
  rate: 'writing',
  params: leadershipParams,
  response: communityView,
  problems: ['community.not-found', 'community.not-allowed', 'community.ask-first', 'community.ended'],
});

export const layDownLeadership = route({
  name: 'layDownLeadership',
  summary: 'Lay down a leadership role that you took.',
  method: 'DELETE',
  path: '/api/communities/:communityId/leadership/:leadership',
  access: 'signed-in',
  rate: 'writing',
  params: leadershipParams,
  response: communityView,
  problems: ['community.not-found', 'community.ask-first'],
});
