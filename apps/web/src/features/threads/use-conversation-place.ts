import { useEffectEvent, useLayoutEffect, useState } from 'react';
import type { MessageId } from '@landbridge/contract';
import type { ThreadPage } from '@landbridge/contract/threads';
import { messageElement } from './message-focus.ts';
import { useEdgeLoading } from './use-edge-loading.ts';
import { useStableScroll, type ScrollElements } from './use-stable-scroll.ts';
import { showThreadAt } from './use-thread.ts';

/**
 * Where in the thread one stands: at the message a link names, else at the first unread one, else at the end;
 * and how to go elsewhere, also to what is not loaded.
 */
export const useConversationPlace = (page: ThreadPage, messageId: MessageId | null, elements: ScrollElements, beginsAtHead: boolean) => {
  const { id } = page.thread;
  const scroll = useStableScroll(elements, !page.hasNewer);
  const [unreadAfter, setUnreadAfter] = useState(() => firstUnreadAfter(page));
  useEdgeLoading(elements.scroller, page);

  const goTo = async (target: string): Promise<void> => {
    if (!messageElement(target)) await showThreadAt(id, target);
    // After React has shown the other stretch.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const element = messageElement(target);
    if (!element) return;
    scroll.goTo(element);
    element.focus({ preventScroll: true });
  };
  const goToNewest = async (): Promise<void> => {
    if (page.hasNewer) await showThreadAt(id, 'newest');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    scroll.goToEnd();
  };
  const open = useEffectEvent((target: MessageId | null) => {
    if (target !== null) {
      const element = messageElement(target);
      if (element) scroll.goTo(element);
      // A link to another stretch of the same thread; if it cannot be loaded, one stays where one is.
      else void goTo(target).catch(() => undefined);
      return;
    }
    const { lastPosition, readState } = page.thread;
    const firstUnread = document.querySelector(`[data-position="${readState.readPosition + 1}"]`);
    const hasNews = readState.readPosition > 0 && readState.readPosition < lastPosition;
    if (hasNews && firstUnread) scroll.goTo(firstUnread);
    else if (readState.readPosition === 0 || beginsAtHead) scroll.goToStart();
    else scroll.goToEnd();
  });
  useLayoutEffect(() => open(messageId), [messageId]);

  return { isEndShown: scroll.isEndShown, unreadAfter, drawUnreadLine: setUnreadAfter, goTo, goToNewest };
};

/** Where the line goes: after what was read, when there is both something read and something new. */
const firstUnreadAfter = ({ thread }: ThreadPage): number | null =>
  thread.readState.readPosition > 0 && thread.lastPosition > thread.readState.readPosition ? thread.readState.readPosition : null;
