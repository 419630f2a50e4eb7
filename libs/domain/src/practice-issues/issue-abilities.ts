import type { IssueAbility, IssueState } from '@landbridge/contract/practice-issues';
import { communityAbilities, isLeader, type CommunityStanding } from '../communities/community-abilities.ts';

/** How somebody stands to a practice issue of a community. */
export interface IssueStanding extends CommunityStanding {
  readonly isAsker: boolean;
  readonly isAskerDeactivated: boolean;
  readonly state: IssueState;
  readonly hasStakes: boolean;
}

/**
 * What a person may do with a practice issue. It is the asker's; leaders look after its kind, urgency and place in the archive,
 * and act for an asker who was deactivated.
 */
export const issueAbilities = (standing: IssueStanding): Record<IssueAbility, boolean> => {
  const { state, hasStakes, isAsker, isEnded = false } = standing;
  const { read } = communityAbilities(standing);
  const isKept = read && !isEnded;
  const looksAfter = isKept && (isAsker || isLeader(standing.role));
  const acts = isKept && (isAsker || actsForAsker(standing));
  const isArchived = state === 'archived';
  const isWaiting = state === 'open' || state === 'answered';
  return {
    read,
    editTexts: acts && !isArchived,
    editKind: looksAfter && !isArchived,
    markUrgent: looksAfter && state === 'open' && hasStakes,
    markHelped: acts && !isArchived,
    try: acts && isWaiting,
    tellOutcome: acts && (state === 'tried' || state === 'outcome-told'),
    notUse: acts && state === 'tried',
    reopen: acts && !isWaiting && !isArchived,
    archive: looksAfter && !isArchived,
    bringBack: looksAfter && isArchived,
  };
};

/** Whether a leader acts in the place of an asker who was deactivated; the page says so. */
export const actsForAsker = ({ role, isAsker, isAskerDeactivated }: IssueStanding): boolean =>
  !isAsker && isAskerDeactivated && isLeader(role);
