import { z } from 'zod';
import { call, event } from '../event.ts';
import { communityId } from '../ids.ts';
import { instant, version } from '../primitives.ts';
import { charter, charterDetails, communityRequest, communityView, memberRole, ownRequest, visibility } from './community.schemas.ts';

/** To everybody in the community's room: name or charter changed, or it was closed, merged or opened again. */
export const communityChanged = event(
  'community.changed',
  z.object({
    communityId,
    name: z.string(),
    version,
    ...charter.shape,
    ...charterDetails.shape,
    ...communityView.pick({ imperatives: true, closedAt: true, mergedInto: true }).shape,
  }),
);

/** To everybody in the community's room: people came, went or took a role. */
export const communityMembersChanged = event(
  'community.members-changed',
  z.object({ communityId, ...communityView.pick({ memberCount: true, unitCount: true, leaders: true, carriers: true }).shape }),
);

/** To the browsers of the community's leaders: somebody asked to join, took it back, or was answered. */
export const communityRequestChanged = event('community.request-changed', z.object({ communityId, request: communityRequest }));

/** To the browsers of whoever asked: the request as it is now; null when it is over. */
export const ownRequestChanged = event('person.request-changed', z.object({ communityId, request: ownRequest.nullable() }));

/** To the person's own browsers: they joined, left or hold another role. `role` is null when they are no longer a member. */
export const membershipChanged = event(
  'person.membership-changed',
  z.object({ communityId, name: z.string(), visibility, role: memberRole.nullable() }),
);

/** To the person's own browsers: they looked at a community in another tab. */
export const communitySeen = event('person.community-seen', z.object({ communityId, seenAt: instant }));

/** Hear what happens in a community that one looks at without being a member. Members hear of theirs anyway. */
export const watchCommunity = call('community.watch', z.strictObject({ communityId }), z.object({ communityId }));
