import { communityChanged, communityMembersChanged, membershipChanged, type CommunityView } from '@landbridge/contract/communities';
import type { PayloadOf } from '@landbridge/contract';
import { communityAbilities } from './community-abilities.ts';

export type CommunityEvent =
  | { readonly name: typeof communityChanged.name; readonly payload: PayloadOf<typeof communityChanged> }
  | { readonly name: typeof communityMembersChanged.name; readonly payload: PayloadOf<typeof communityMembersChanged> }
  | { readonly name: typeof membershipChanged.name; readonly payload: PayloadOf<typeof membershipChanged> };

/** The community page after an event. Events of other communities change nothing. */
export const applyCommunityEvent = (community: CommunityView, { name, payload }: CommunityEvent): CommunityView => {
  if (payload.communityId !== community.id) return community;
  switch (name) {
    case 'community.changed':
      return payload.version < community.version ? community : { ...community, ...withoutCommunityId(payload) };
    case 'community.members-changed':
      return { ...community, ...withoutCommunityId(payload) };
    case 'person.membership-changed':
      return {
        ...community,
        myRole: payload.role,
        can: communityAbilities({ visibility: community.visibility, role: payload.role }),
      };
  }
};

const withoutCommunityId = <Payload extends { communityId: unknown }>({ communityId: _, ...rest }: Payload): Omit<Payload, 'communityId'> =>
  rest;
