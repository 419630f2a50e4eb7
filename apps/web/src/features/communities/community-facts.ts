import type { CommunityRow, CommunityView, Visibility } from '@landbridge/contract/communities';
import { text } from './texts.ts';

/** Who sees it, in words. */
export const visibilityText = (visibility: Visibility): string => {
  switch (visibility) {
    case 'open':
      return text('communities.open');
    case 'closed':
      return text('communities.closed');
    case 'private':
      return text('communities.private');
  }
};

/** How many they are; from how many units is told to those who read it. */
export const membersText = ({ memberCount, unitCount }: Pick<CommunityRow | CommunityView, 'memberCount' | 'unitCount'>): string =>
  unitCount === null
    ? text('communities.members-alone', { count: memberCount })
    : text('communities.members', { count: memberCount, units: unitCount });
