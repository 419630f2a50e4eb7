import type { CommunityAbility, MemberRole, Visibility } from '@landbridge/contract/communities';

export interface CommunityStanding {
  readonly visibility: Visibility;
  /** The actor's role; null for somebody who is not a member. */
  readonly role: MemberRole | null;
}

/** Conveners and stewards lead; the seven leadership roles carry no rights. */
export const isLeader = (role: MemberRole | null): boolean => role === 'convener' || role === 'steward';

/** What a person may do in a community. A private one does not exist for those outside it. */
export const communityAbilities = ({ visibility, role }: CommunityStanding): Record<CommunityAbility, boolean> => {
  const read = visibility === 'open' || role !== null;
  return {
    read,
    join: visibility === 'open' && role === null,
    leave: role !== null,
    openThread: read,
    edit: isLeader(role),
    appoint: isLeader(role),
  };
};
