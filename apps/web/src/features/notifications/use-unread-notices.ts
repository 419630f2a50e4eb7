import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { membershipChanged } from '@landbridge/contract/communities';
import { getUnreadNotices, noticesChanged, type UnreadNotices } from '@landbridge/contract/notifications';
import { threadLost } from '@landbridge/contract/threads';
import { applyNoticesChanged } from '@landbridge/domain/notifications';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';
import { noticesKey, unreadKey } from './notice-keys.ts';
import { readSubject } from './read-notices.ts';

/** How many notices are unread, and what they are about. */
export const useUnreadNotices = (): UnreadNotices =>
  useQuery({ queryKey: unreadKey, queryFn: () => callRoute(getUnreadNotices) }).data ?? nothing;

const nothing: UnreadNotices = { seq: 0, count: 0, subjectIds: [] };

/** Keeps the figure and the lists as the server has them, for as long as somebody is signed in. */
export const useLiveNotices = (): void => {
  useEffect(() => {
    const lookAtLists = () => void queryClient.invalidateQueries({ queryKey: noticesKey });
    const lookAtAll = () => {
      void queryClient.invalidateQueries({ queryKey: unreadKey });
      lookAtLists();
    };
    const stops = [
      live.on(noticesChanged, (told) => {
        queryClient.setQueryData<UnreadNotices>(unreadKey, (known) => known && applyNoticesChanged(known, told));
        lookAtLists();
      }),
      // Whoever loses sight of something loses what was told of it, and nothing says so.
      live.on(membershipChanged, lookAtAll),
      live.on(threadLost, lookAtAll),
      // The first time too: what came between the first look and the connection was told to nobody.
      live.onArrival(lookAtAll),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
};

/** Whoever looks at what a notice is about has read it. A tab in the background is not looked at. */
export const useReadWhenVisited = (pathname: string, { subjectIds }: UnreadNotices): void => {
  const isVisible = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
  const visited = subjectIds.find((id) => pathname.includes(id));
  useEffect(() => {
    if (visited && isVisible) readSubject(visited);
  }, [visited, isVisible]);
};

const onVisibility = (act: () => void) => {
  document.addEventListener('visibilitychange', act);
  return () => document.removeEventListener('visibilitychange', act);
};
