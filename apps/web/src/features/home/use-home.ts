import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { membershipChanged } from '@landbridge/contract/communities';
import { getHome, seeHome, setNeedDone, type HomeView, type Need } from '@landbridge/contract/home';
import { issueMoved } from '@landbridge/contract/practice-issues';
import { followThread, readStateChanged, reportsChanged, threadLost, threadMoved } from '@landbridge/contract/threads';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';

const homeKey = ['home'];

/** Many events come together (a message, its read mark): they are one look. */
const settleMs = 800;

/** Being here comes first: after some time away, what was shown before is no longer new. */
const fetchHome = async (): Promise<HomeView> => {
  await callRoute(seeHome);
  return callRoute(getHome);
};

/** What needs the person and what is new to them. It is looked at again when something happens that it may show. */
export const useHome = () => {
  const query = useQuery({ queryKey: homeKey, queryFn: fetchHome, staleTime: 0 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = () => {
      timer ??= setTimeout(() => {
        timer = null;
        void queryClient.invalidateQueries({ queryKey: homeKey });
      }, settleMs);
    };
    const stops = [
      live.on(threadMoved, look),
      live.on(readStateChanged, look),
      live.on(threadLost, look),
      live.on(reportsChanged, look),
      live.on(issueMoved, look),
      live.on(membershipChanged, look),
      live.onArrival(look),
    ];
    return () => {
      if (timer) clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, []);
  return query;
};

/** Takes a need away at once, and puts it back when the server does not agree. */
export const putAway = async ({ kind, threadId }: Need): Promise<void> => {
  const before = queryClient.getQueryData<HomeView>(homeKey);
  queryClient.setQueryData<HomeView>(homeKey, (home) => home && { ...home, needs: home.needs.filter(isOther({ kind, threadId })) });
  try {
    await callRoute(setNeedDone, { body: { kind, threadId, isDone: true } });
  } catch (error) {
    queryClient.setQueryData(homeKey, before);
    throw error;
  }
};

export const takeBack = async ({ kind, threadId }: Need): Promise<void> => {
  await callRoute(setNeedDone, { body: { kind, threadId, isDone: false } });
  await queryClient.invalidateQueries({ queryKey: homeKey });
};

export const mute = async ({ threadId }: Need): Promise<void> => {
  await callRoute(followThread, { params: { threadId }, body: { follows: 'muted' } });
  await queryClient.invalidateQueries({ queryKey: homeKey });
};

const isOther =
  ({ kind, threadId }: Pick<Need, 'kind' | 'threadId'>) =>
  (need: Need): boolean =>
    need.kind !== kind || need.threadId !== threadId;
