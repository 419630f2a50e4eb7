import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CommunityId } from '@landbridge/contract';
import {
  communityChanged,
  communityMembersChanged,
  communitySeen,
  getCommunity,
  listCommunities,
  membershipChanged,
  ownRequestChanged,
  watchCommunity,
  type CommunityView,
} from '@landbridge/contract/communities';
import { applyCommunityEvent, type CommunityEvent } from '@landbridge/domain/communities';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';

export const communityKey = (id: CommunityId) => ['community', id];
const mineKey = ['my-communities'];

export const putCommunity = (community: CommunityView): void => {
  queryClient.setQueryData(communityKey(community.id), community);
};

/** A community, kept as the server has it. */
export const useCommunity = (id: CommunityId) => {
  const asked = useQuery({ queryKey: communityKey(id), queryFn: () => callRoute(getCommunity, { params: { communityId: id } }) });
  useEffect(() => {
    const apply = (event: CommunityEvent) =>
      queryClient.setQueryData<CommunityView>(communityKey(id), (community) => community && applyCommunityEvent(community, event));
    const enter = () => {
      if (live.isConnected()) void live.ask(watchCommunity, { communityId: id }).catch(() => undefined);
    };
    const stops = [
      live.on(communityChanged, (payload) => apply({ name: communityChanged.name, payload })),
      live.on(communityMembersChanged, (payload) => apply({ name: communityMembersChanged.name, payload })),
      live.on(communitySeen, (payload) => apply({ name: communitySeen.name, payload })),
      live.on(ownRequestChanged, (payload) => apply({ name: ownRequestChanged.name, payload })),
      live.on(membershipChanged, (payload) => {
        apply({ name: membershipChanged.name, payload });
        // Who came into a closed community, or left it, sees more or less of it than the event says.
        if (payload.communityId === id && payload.visibility === 'closed')
          void queryClient.invalidateQueries({ queryKey: communityKey(id) });
      }),
      live.onArrival(enter),
    ];
    enter();
    return () => stops.forEach((stop) => stop());
  }, [id]);
  return asked;
};

const myCommunities = queryOptions({
  queryKey: mineKey,
  queryFn: () => callRoute(listCommunities, { query: { show: 'mine', limit: 100 } }),
});

/** The communities of the rail; they come and go with memberships. */
export const useMyCommunities = () => {
  const { data } = useQuery(myCommunities);
  useEffect(
    () =>
      live.on(membershipChanged, () => {
        void queryClient.invalidateQueries({ queryKey: mineKey });
        void queryClient.invalidateQueries({ queryKey: ['communities'] });
      }),
    [],
  );
  return data?.communities ?? [];
};

/** Whether the person is a member; undefined until that is known, and where there is no community. */
export const useIsMember = (id: CommunityId | null): boolean | undefined => {
  const { data } = useQuery(myCommunities);
  return id === null ? undefined : data?.communities.some((community) => community.id === id);
};
