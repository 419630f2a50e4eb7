import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CommunityId, ThreadId } from '@landbridge/contract';
import { listReports, reportsChanged } from '@landbridge/contract/threads';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';
import { reportsKey } from './moderation-acts.ts';

/** Where to look for reports. */
export interface ReportsPlace {
  readonly communityId?: CommunityId;
  readonly threadId?: ThreadId;
}

/** Reports that wait in a place, for whoever looks after it. They come and go by themselves. */
export const useReports = (place: ReportsPlace, isAsked = true) => {
  useEffect(() => {
    const look = () => void queryClient.invalidateQueries({ queryKey: reportsKey });
    const stops = [live.on(reportsChanged, look), live.onArrival(look)];
    return () => stops.forEach((stop) => stop());
  }, []);
  return useQuery({
    queryKey: [...reportsKey, place],
    queryFn: () => callRoute(listReports, { query: { ...place, limit: 50 } }),
    staleTime: 0,
    enabled: isAsked,
  });
};
