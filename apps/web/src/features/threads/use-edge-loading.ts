import { useEffect, useRef, type RefObject } from 'react';
import type { ThreadPage } from '@landbridge/contract/threads';
import { loadNewer, loadOlder } from './use-thread.ts';

const nearEdgePx = 600;

/** Loads more messages as an edge of the window comes near. */
export const useEdgeLoading = (scroller: RefObject<HTMLElement | null>, { thread, hasOlder, hasNewer }: ThreadPage): void => {
  const isLoading = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = async () => {
      if (isLoading.current) return;
      const isNearTop = hasOlder && element.scrollTop < nearEdgePx;
      const isNearEnd = hasNewer && element.scrollHeight - element.scrollTop - element.clientHeight < nearEdgePx;
      if (!isNearTop && !isNearEnd) return;
      isLoading.current = true;
      // Without an answer the buttons above and below are still there, and the next scroll tries again.
      await (isNearTop ? loadOlder(thread.id) : loadNewer(thread.id)).catch(() => undefined);
      isLoading.current = false;
    };
    const listen = () => void look();
    element.addEventListener('scroll', listen, { passive: true });
    return () => element.removeEventListener('scroll', listen);
  }, [scroller, thread.id, hasOlder, hasNewer]);
};
