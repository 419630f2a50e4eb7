import type { MessageId, RequestOf } from '@landbridge/contract';
import {
  deleteMessage,
  editMessage,
  getMessageSource,
  pinMessage,
  react,
  unpinMessage,
  unreact,
  type MessageView,
  type ThreadView,
} from '@landbridge/contract/threads';
import { putMessage } from '@landbridge/domain/threads';
import { callRoute } from '../../platform/api.ts';
import { changeThread } from './thread-cache.ts';
import { showThread } from './use-thread.ts';

const show = (message: MessageView): MessageView => {
  changeThread(message.threadId, (page) => putMessage(page, message));
  return message;
};

/** What a person does to a message. The answer is shown at once; its event finds itself done. */
export const messageActs = {
  toggleReaction: async (message: MessageView, emoji: string) => {
    const isMine = message.reactions.some((reaction) => reaction.emoji === emoji && reaction.isMine);
    return show(await callRoute(isMine ? unreact : react, { params: { messageId: message.id, emoji } }));
  },
  togglePin: async (thread: ThreadView, messageId: MessageId) => {
    const isPinned = thread.pinned.some((pinned) => pinned.messageId === messageId);
    showThread(await callRoute(isPinned ? unpinMessage : pinMessage, { params: { messageId } }));
  },
  edit: async (messageId: MessageId, body: RequestOf<typeof editMessage>['body']) =>
    show(await callRoute(editMessage, { params: { messageId }, body })),
  delete: async (messageId: MessageId) => show(await callRoute(deleteMessage, { params: { messageId } })),
  source: (messageId: MessageId) => callRoute(getMessageSource, { params: { messageId } }),
};

/** Where a thread is read: that of a practice issue stands below the issue. */
export const threadPath = ({ id, issueId }: Pick<ThreadView, 'id' | 'issueId'>): string =>
  issueId ? `/issues/${issueId}` : `/threads/${id}`;

export const messagePath = (thread: Pick<ThreadView, 'id' | 'issueId'>, messageId: string): string =>
  `${threadPath(thread)}?message=${messageId}`;
