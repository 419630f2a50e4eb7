import type { ClientId } from '@landbridge/contract';
import { readNotices, takeBackReading, type NoticeReading, type UnreadNotices } from '@landbridge/contract/notifications';
import { callRoute } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { queryClient } from '../../platform/query-client.ts';
import { noticesKey, unreadKey } from './notice-keys.ts';

/** Says what was read; the figure follows by the event. @returns the id to take it back by */
export const read = async (reading: NoticeReading): Promise<ClientId> => {
  const readingId = newClientId();
  await callRoute(readNotices, { params: { readingId }, body: reading });
  return readingId;
};

export const takeBack = async (readingId: ClientId): Promise<void> => {
  await callRoute(takeBackReading, { params: { readingId } });
};

/** Reads all about something at once, and says so; what the server has is looked at again when it does not agree. */
export const readSubject = (subjectId: string): void => {
  queryClient.setQueryData<UnreadNotices>(
    unreadKey,
    (known) => known && { ...known, count: known.count - 1, subjectIds: known.subjectIds.filter((id) => id !== subjectId) },
  );
  void read({ subjectId }).catch(() => {
    void queryClient.invalidateQueries({ queryKey: unreadKey });
    void queryClient.invalidateQueries({ queryKey: noticesKey });
  });
};
