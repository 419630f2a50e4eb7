import type { SessionAbility } from '@landbridge/contract/sessions';
import { communityAbilities, isLeader, type CommunityStanding } from '../communities/community-abilities.ts';

/** What a person may do with a session, from how they stand to its community. What its time allows is asked apart. */
export const sessionAbilities = (standing: CommunityStanding): Record<SessionAbility, boolean> => {
  const { read } = communityAbilities(standing);
  const isMember = standing.role !== null;
  const isKept = !standing.isEnded;
  const leads = isLeader(standing.role) && isKept;
  return { read, answer: isMember && isKept, seePeople: isMember, edit: leads, record: leads };
};
