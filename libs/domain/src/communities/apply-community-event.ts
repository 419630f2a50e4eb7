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
      return payload.version < community.version ? community : { ...community, ...written(payload) };
    case 'community.members-changed':
      return { ...community, memberCount: payload.memberCount, unitCount: payload.unitCount, leaders: payload.leaders };
    case 'person.membership-changed':
      return {
        ...community,
        myRole: payload.role,
        can: communityAbilities({ visibility: community.visibility, role: payload.role }),
      };
  }
};

const written = ({ name, version, domain, people, practice }: PayloadOf<typeof communityChanged>) => ({
  name,
  version,
  domain,
  people,
  practice,
});
