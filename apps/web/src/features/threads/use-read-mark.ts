import { useEffect, useRef, type RefObject } from 'react';
import type { ThreadId } from '@landbridge/contract';
import { markRead } from '@landbridge/contract/threads';
import { newerReadState } from '@landbridge/domain/threads';
import { callRoute } from '../../platform/api.ts';
import { changeThread, readThread } from './thread-cache.ts';

/** Looked at so often; what was seen twice in a row counts as read. */
const looksEveryMs = 1_000;

/** Position of the last message whose end is in view. */
const lastSeen = (scroller: HTMLElement): number => {
  const bottom = scroller.getBoundingClientRect().bottom;
  const seen = [...scroller.querySelectorAll<HTMLElement>('[data-position]')].filter(
    (element) => element.getBoundingClientRect().bottom <= bottom,
  );
  return Number(seen.at(-1)?.dataset['position'] ?? 0);
};

/**
 * A message counts as read when its end was in view for a second in a tab that has the focus.
 * After "mark unread from here" nothing is marked until the thread is opened again.
 */
export const useReadMark = (id: ThreadId, scroller: RefObject<HTMLElement | null>) => {
  const isPaused = useRef(false);
  useEffect(() => {
    isPaused.current = false;
    let before = 0;
    const look = () => {
      const page = readThread(id);
      if (!scroller.current || !page || isPaused.current || !document.hasFocus() || document.visibilityState !== 'visible') return;
      const seen = lastSeen(scroller.current);
      const hasStayed = before > page.thread.readState.readPosition ? Math.min(seen, before) : 0;
      before = seen;
      // Without an answer it is looked at again in a second.
      if (hasStayed > page.thread.readState.readPosition) void tellRead(id, { kind: 'read', position: hasStayed }).catch(() => undefined);
    };
    const timer = setInterval(look, looksEveryMs);
    return () => clearInterval(timer);
  }, [id, scroller]);

  return {
    markUnreadFrom: async (position: number) => {
      isPaused.current = true;
      await tellRead(id, { kind: 'unread-from', position });
    },
  };
};

const tellRead = async (id: ThreadId, body: { kind: 'read' | 'unread-from'; position: number }): Promise<void> => {
  const readState = await callRoute(markRead, { params: { threadId: id }, body });
  changeThread(id, (page) => ({ ...page, thread: { ...page.thread, readState: newerReadState(page.thread.readState, readState) } }));
};
