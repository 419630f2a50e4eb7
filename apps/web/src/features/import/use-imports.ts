import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportId } from '@landbridge/contract';
import { getImport, importMoved, listImports, listRejections, type ImportView } from '@landbridge/contract/import';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';

const listKey = ['imports'];
const importKey = (id: ImportId) => ['import', id];
/** A run of somebody else, or of the command line, is not told of: it is asked for. */
const askAgainMs = 2_000;

/** An import as the server just told it; an older state that comes late is not taken. */
const putImport = (told: ImportView): void => {
  queryClient.setQueryData<ImportView>(importKey(told.id), (known) => (known && isNewer(known, told) ? known : told));
};

const isNewer = (known: ImportView, told: ImportView): boolean =>
  known.version > told.version || (known.version === told.version && told.state === 'running' && known.readSize > told.readSize);

/** One import, live. */
export const useImport = (id: ImportId) => {
  useEffect(() => {
    const again = () => void queryClient.invalidateQueries({ queryKey: importKey(id) });
    const stops = [live.on(importMoved, (told) => told.id === id && putImport(told)), live.onArrival(again)];
    return () => stops.forEach((stop) => stop());
  }, [id]);
  return useQuery({
    queryKey: importKey(id),
    queryFn: () => callRoute(getImport, { params: { importId: id } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' && !state.data.can.readRejections ? askAgainMs : false),
  });
};

/** Everything that was brought here, newest first. */
export const useImports = () => {
  useEffect(() => {
    const again = () => void queryClient.invalidateQueries({ queryKey: listKey });
    const stops = [live.on(importMoved, again), live.onArrival(again)];
    return () => stops.forEach((stop) => stop());
  }, []);
  return useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam }) => callRoute(listImports, { query: { limit: 20, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
};

/** Lines of one run that could not be used; another start has others. */
export const useRejections = ({ id, version }: ImportView) =>
  useInfiniteQuery({
    queryKey: [...importKey(id), 'rejections', version],
    queryFn: ({ pageParam }) => callRoute(listRejections, { params: { importId: id }, query: { limit: 20, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
