import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CommunityId, SessionId } from '@landbridge/contract';
import { watchCommunity } from '@landbridge/contract/communities';
import {
  getSession,
  listSessionPeople,
  listSessions,
  ownPartChanged,
  sessionChanged,
  type SessionSide,
  type SessionView,
} from '@landbridge/contract/sessions';
import { applyOwnPart, applySessionChanged } from '@landbridge/domain/sessions';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';

const sessionKey = (id: SessionId) => ['session', id];
const listsKey = ['sessions'];

/** A session as the server just gave it; lists that show it are read again. */
export const putSession = (session: SessionView): void => {
  queryClient.setQueryData<SessionView>(sessionKey(session.id), (held) => (held && held.seq > session.seq ? held : session));
  void queryClient.invalidateQueries({ queryKey: listsKey });
};

/** A session, kept as the server has it. */
export const useSession = (id: SessionId) => {
  const asked = useQuery({ queryKey: sessionKey(id), queryFn: () => callRoute(getSession, { params: { sessionId: id } }), staleTime: 0 });
  const communityId = asked.data?.community.id;
  useEffect(() => {
    const change = (apply: (session: SessionView) => SessionView) =>
      queryClient.setQueryData<SessionView>(sessionKey(id), (session) => session && apply(session));
    const enter = () => {
      if (!communityId || !live.isConnected()) return;
      void live.ask(watchCommunity, { communityId }).catch(() => undefined);
      void queryClient.invalidateQueries({ queryKey: sessionKey(id) });
    };
    const stops = [
      live.on(sessionChanged, (payload) => change((session) => applySessionChanged(session, payload))),
      live.on(ownPartChanged, (payload) => change((session) => applyOwnPart(session, payload))),
      live.onArrival(enter),
    ];
    enter();
    return () => stops.forEach((stop) => stop());
  }, [id, communityId]);
  return asked;
};

/** Who comes and who took part; read again when that changes. */
export const useSessionPeople = ({ id, seq, can }: SessionView) =>
  useInfiniteQuery({
    queryKey: ['session-people', id, seq],
    enabled: can.seePeople,
    queryFn: ({ pageParam }) => callRoute(listSessionPeople, { params: { sessionId: id }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

interface Shown {
  readonly side: SessionSide;
  readonly show: 'all' | 'mine';
  readonly communityId?: CommunityId;
}

/** Sessions of one side of now. They are few and change seldom: the list is read again when one does. */
export const useSessions = ({ side, show, communityId }: Shown) => {
  useEffect(() => {
    const again = () => void queryClient.invalidateQueries({ queryKey: listsKey });
    const stops = [live.on(sessionChanged, again), live.on(ownPartChanged, again), live.onArrival(again)];
    return () => stops.forEach((stop) => stop());
  }, []);
  return useInfiniteQuery({
    queryKey: [...listsKey, side, show, communityId],
    queryFn: ({ pageParam, signal }) =>
      callRoute(listSessions, { query: { side, show, communityId, cursor: pageParam, limit: 30 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
};
