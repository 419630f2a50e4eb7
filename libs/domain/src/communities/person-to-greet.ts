import type { PersonId } from '@landbridge/contract';
import type { CommunityView } from '@landbridge/contract/communities';
import type { PersonSummary } from '@landbridge/contract/people';

/** Whom a newcomer greets: the community keeper, else a convener; null when that is nobody but themselves. */
export const personToGreet = (
  { carriers, leaders }: Pick<CommunityView, 'carriers' | 'leaders'>,
  newcomerId: PersonId,
): PersonSummary | null =>
  [...carriers.filter(({ leadership }) => leadership === 'community-keeper'), ...leaders.filter(({ role }) => role === 'convener')].find(
    ({ id }) => id !== newcomerId,
  ) ?? null;
