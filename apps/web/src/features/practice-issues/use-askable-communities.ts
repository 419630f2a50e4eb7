import { useQuery } from '@tanstack/react-query';
import type { CommunityId } from '@landbridge/contract';
import { getCommunity, listCommunities } from '@landbridge/contract/communities';
import { callRoute } from '../../platform/api.ts';

/** The communities one may ask: those one is a member of that have not ended, the one that is being looked at first; undefined until they are known. */
export const useAskableCommunities = (lookedAt: CommunityId | null) => {
  const mine = useQuery({
    queryKey: ['my-communities'],
    queryFn: () => callRoute(listCommunities, { query: { show: 'mine', limit: 100 } }),
  });
  const other = useQuery({
    queryKey: ['community-to-ask', lookedAt],
    enabled: lookedAt !== null,
    queryFn: () => (lookedAt ? callRoute(getCommunity, { params: { communityId: lookedAt } }) : null),
  });
  const known = mine.data?.communities;
  const isMember = known?.some(({ id }) => id === lookedAt);
  if (!known || (lookedAt !== null && !isMember && other.isPending)) return undefined;
  const open = known.filter(({ closedAt }) => closedAt === null);
  return other.data?.can.openThread && !isMember ? [other.data, ...open] : open;
};
