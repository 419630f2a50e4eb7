import { communityId, communityRequestId, personId } from '@landbridge/contract';
import { memberRole } from '@landbridge/contract/communities';
import { z } from 'zod';
import { fact } from '../../platform/outbox/consequences.ts';

export const joinAsked = fact('communities.join-asked', z.object({ requestId: communityRequestId }));

/** Decided by a leader, taken back, or settled because they came in by another door: nobody waits any more. */
export const joinAnswered = fact('communities.join-answered', z.object({ requestId: communityRequestId }));

/** Somebody became a member, ceased to be one, or holds another role; null is no member. */
export const roleChanged = fact(
  'communities.role-changed',
  z.object({ communityId, personId, byId: personId, before: memberRole.nullable(), role: memberRole.nullable() }),
);

/** Closed, or merged into another one. */
export const communityEnded = fact('communities.ended', z.object({ communityId, byId: personId, mergedInto: communityId.nullable() }));
