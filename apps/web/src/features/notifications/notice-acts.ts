import { setNoticeKind, type NoticeView, type NoticeSettings, type NoticeKind } from '@landbridge/contract/notifications';
import { threadId } from '@landbridge/contract';
import { followThread } from '@landbridge/contract/threads';
import { callRoute } from '../../platform/api.ts';
import { queryClient } from '../../platform/query-client.ts';
import { readSubject } from './read-notices.ts';

export const settingsKey = ['notice-settings'];

/** Turns a kind on or off; the settings show it wherever they are open. */
export const setKind = async (noticeKind: NoticeKind, isOn: boolean): Promise<void> => {
  const settings = await callRoute(setNoticeKind, { params: { noticeKind }, body: { isOn } });
  queryClient.setQueryData<NoticeSettings>(settingsKey, settings);
};

/** Of a conversation. What was told of it is read with it. */
export const mute = async ({ subject, isUnread }: NoticeView): Promise<void> => {
  await callRoute(followThread, { params: { threadId: threadId.parse(subject.id) }, body: { follows: 'muted' } });
  if (isUnread) readSubject(subject.id);
};

export const unmute = async ({ subject }: NoticeView): Promise<void> => {
  await callRoute(followThread, { params: { threadId: threadId.parse(subject.id) }, body: { follows: 'following' } });
};
