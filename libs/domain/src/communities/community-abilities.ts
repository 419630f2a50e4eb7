import type { CommunityAbility, MemberRole, Visibility } from '@landbridge/contract/communities';

export interface CommunityStanding {
  readonly visibility: Visibility;
  /** The actor's role; null for somebody who is not a member. */
  readonly role: MemberRole | null;
  /** The community was closed down: it is read, and nothing is added. */
  readonly isEnded?: boolean;
}

/** Conveners and stewards lead; the seven leadership roles carry no rights. */
export const isLeader = (role: MemberRole | null): boolean => role === 'convener' || role === 'steward';

/**
 * What a person may do in a community. `see` is its name and charter, `read` what is said in it.
 * A private one does not exist for those outside it; of a closed one they see who cares about what.
 */
export const communityAbilities = ({ visibility, role, isEnded = false }: CommunityStanding): Record<CommunityAbility, boolean> => {
  const isMember = role !== null;
  const leads = isLeader(role);
  const read = visibility === 'open' || isMember;
  return {
    see: visibility !== 'private' || isMember,
    read,
    join: visibility === 'open' && !isMember && !isEnded,
    ask: visibility === 'closed' && !isMember && !isEnded,
    leave: isMember,
    openThread: read && !isEnded,
    volunteer: isMember && !isEnded,
    edit: leads && !isEnded,
    appoint: leads,
    decide: leads && !isEnded,
    close: leads && !isEnded,
    reopen: leads && isEnded,
  };
};
