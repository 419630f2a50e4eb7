import {
  communityChanged,
  communityMembersChanged,
  communityRequestChanged,
  communitySeen,
  membershipChanged,
  ownRequestChanged,
  type CommunityRequestView,
  type CommunityView,
} from '@landbridge/contract/communities';
import type { PayloadOf } from '@landbridge/contract';
import { communityAbilities } from './community-abilities.ts';

export type CommunityEvent =
  | { readonly name: typeof communityChanged.name; readonly payload: PayloadOf<typeof communityChanged> }
  | { readonly name: typeof communityMembersChanged.name; readonly payload: PayloadOf<typeof communityMembersChanged> }
  | { readonly name: typeof membershipChanged.name; readonly payload: PayloadOf<typeof membershipChanged> }
  | { readonly name: typeof communitySeen.name; readonly payload: PayloadOf<typeof communitySeen> }
  | { readonly name: typeof ownRequestChanged.name; readonly payload: PayloadOf<typeof ownRequestChanged> };

/** The community page after an event. Events of other communities change nothing. */
export const applyCommunityEvent = (community: CommunityView, { name, payload }: CommunityEvent): CommunityView => {
  if (payload.communityId !== community.id) return community;
  switch (name) {
    case 'community.changed':
      return payload.version < community.version ? community : withAbilities({ ...community, ...written(payload) });
    case 'community.members-changed':
      return { ...community, ...members(payload) };
    case 'person.membership-changed':
      return withAbilities({
        ...community,
        myRole: payload.role,
        isNew: payload.role !== null && (community.isNew || community.myRole === null),
        myRequest: payload.role === null ? community.myRequest : null,
      });
    case 'person.community-seen':
      return { ...community, isNew: false };
    case 'person.request-changed':
      return { ...community, myRequest: payload.request };
  }
};

/** Those who wait for an answer, after one of them asked or was answered. */
export const applyRequestToList = (
  requests: readonly CommunityRequestView[],
  { request }: PayloadOf<typeof communityRequestChanged>,
): CommunityRequestView[] => {
  const others = requests.filter(({ id }) => id !== request.id);
  return request.decision === null ? [...others, request].toSorted((one, other) => one.askedAt.localeCompare(other.askedAt)) : others;
};

const withAbilities = (community: CommunityView): CommunityView => ({
  ...community,
  can: communityAbilities({ visibility: community.visibility, role: community.myRole, isEnded: community.closedAt !== null }),
});

const written = (payload: PayloadOf<typeof communityChanged>) => {
  const { name, version, domain, people, practice, languages, rhythm, stage, stageEvidence, imperatives, closedAt, mergedInto } = payload;
  return { name, version, domain, people, practice, languages, rhythm, stage, stageEvidence, imperatives, closedAt, mergedInto };
};

const members = ({ memberCount, unitCount, leaders, carriers }: PayloadOf<typeof communityMembersChanged>) => ({
  memberCount,
  unitCount,
  leaders,
  carriers,
});
