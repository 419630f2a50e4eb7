import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ArtifactId, CommunityId } from '@landbridge/contract';
import { watchCommunity } from '@landbridge/contract/communities';
import { artifactChanged, getArtifact, listArtifacts, type ArtifactView } from '@landbridge/contract/library';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';

const artifactKey = (id: ArtifactId) => ['artifact', id];
const listsKey = ['artifacts'];

/** An artifact as the server just gave it; lists that show it are read again. */
export const putArtifact = (artifact: ArtifactView): void => {
  queryClient.setQueryData(artifactKey(artifact.id), artifact);
  void queryClient.invalidateQueries({ queryKey: listsKey });
};

/** An artifact. What is told live says only that it changed, because readers see different homes: it is read again then. */
export const useArtifact = (id: ArtifactId) => {
  const asked = useQuery({
    queryKey: artifactKey(id),
    queryFn: () => callRoute(getArtifact, { params: { artifactId: id } }),
    staleTime: 0,
  });
  const communityId = asked.data?.homes[0]?.id;
  useEffect(() => {
    const again = () => void queryClient.invalidateQueries({ queryKey: artifactKey(id) });
    const enter = () => {
      if (communityId && live.isConnected()) void live.ask(watchCommunity, { communityId }).catch(() => undefined);
    };
    const stops = [
      live.on(artifactChanged, ({ artifactId }) => artifactId === id && again()),
      live.onArrival(() => {
        enter();
        again();
      }),
    ];
    enter();
    return () => stops.forEach((stop) => stop());
  }, [id, communityId]);
  return asked;
};

/** Artifacts, the last changed first; with words, those that have them. */
export const useArtifacts = (q: string, communityId?: CommunityId) => {
  useEffect(() => {
    const again = () => void queryClient.invalidateQueries({ queryKey: listsKey });
    const stops = [live.on(artifactChanged, again), live.onArrival(again)];
    return () => stops.forEach((stop) => stop());
  }, []);
  return useInfiniteQuery({
    queryKey: [...listsKey, q, communityId],
    queryFn: ({ pageParam, signal }) => callRoute(listArtifacts, { query: { q, communityId, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
};
