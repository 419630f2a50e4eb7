import type { MessageId, RequestOf } from '@landbridge/contract';
import {
  answerReports,
  getHiddenWords,
  hideMessage,
  reportMessage,
  showMessage,
  withdrawReport,
  type MessageView,
} from '@landbridge/contract/threads';
import { applyOwnReportToPage, putMessage } from '@landbridge/domain/threads';
import { callRoute } from '../../platform/api.ts';
import { queryClient } from '../../platform/query-client.ts';
import { changeThread } from './thread-cache.ts';

export const reportsKey = ['reports'];

const showReport = ({ threadId, id: messageId }: MessageView, isReported: boolean): void =>
  changeThread(threadId, (page) => applyOwnReportToPage(page, { threadId, messageId, isReported }));

const put = (message: MessageView): void => changeThread(message.threadId, (page) => putMessage(page, message));

/** What a person does about what somebody else said. The answer is shown at once; its event finds itself done. */
export const moderationActs = {
  report: async (message: MessageView, body: RequestOf<typeof reportMessage>['body']) => {
    await callRoute(reportMessage, { params: { messageId: message.id }, body });
    showReport(message, true);
  },
  withdraw: async (message: MessageView) => {
    await callRoute(withdrawReport, { params: { messageId: message.id } });
    showReport(message, false);
  },
  leave: async (messageId: MessageId, isLeft: boolean) => {
    await callRoute(answerReports, { params: { messageId }, body: { isLeft } });
    await queryClient.invalidateQueries({ queryKey: reportsKey });
  },
  hide: async (messageId: MessageId, reason: string) => {
    put(await callRoute(hideMessage, { params: { messageId }, body: { reason } }));
    await queryClient.invalidateQueries({ queryKey: reportsKey });
  },
  show: async (messageId: MessageId) => put(await callRoute(showMessage, { params: { messageId } })),
  hiddenWords: (messageId: MessageId) => callRoute(getHiddenWords, { params: { messageId } }),
};
