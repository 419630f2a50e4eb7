import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

interface Anchor {
  readonly id: string;
  readonly top: number;
}

/** The element that scrolls, and the one whose height changes. */
export interface ScrollElements {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLElement | null>;
}

const nearEndPx = 80;

const isAtEnd = (scroller: HTMLElement): boolean => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEndPx;

/** The first message in view and where it stands. */
const anchorOf = (scroller: HTMLElement): Anchor | null => {
  const { top } = scroller.getBoundingClientRect();
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-position]')) {
    const place = element.getBoundingClientRect();
    if (place.bottom > top) return { id: element.id, top: place.top - top };
  }
  return null;
};

/**
 * What is being read stays where it is, whatever arrives above or below; at the end of the thread, the end is followed. The end of
 * what is loaded (`isEndLoaded` false) is a place like every other.
 * Anchored on a message and not on pixels: images, edits and older pages above all move pixels.
 */
export const useStableScroll = ({ scroller, content }: ScrollElements, isEndLoaded: boolean) => {
  const anchor = useRef<Anchor | null>(null);
  const followsEnd = useRef(false);
  const [isEndShown, setEndShown] = useState(true);

  const keepPlace = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const kept = anchor.current && document.getElementById(anchor.current.id);
    if (followsEnd.current) element.scrollTo({ top: element.scrollHeight });
    else if (kept && anchor.current)
      element.scrollBy({ top: kept.getBoundingClientRect().top - element.getBoundingClientRect().top - anchor.current.top });
    anchor.current = anchorOf(element);
  }, [scroller]);
  // After every rendering: whatever changed, the place is kept before it is painted.
  useLayoutEffect(keepPlace);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !content.current) return;
    const remember = () => {
      const isEnd = isAtEnd(element);
      followsEnd.current = isEnd && isEndLoaded;
      anchor.current = anchorOf(element);
      setEndShown(isEnd);
    };
    // Heights also change without React: a growing text field, a picture that has arrived.
    const observer = new ResizeObserver(keepPlace);
    observer.observe(content.current);
    observer.observe(element);
    element.addEventListener('scroll', remember, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', remember);
    };
  }, [scroller, content, keepPlace, isEndLoaded]);

  return {
    /** Whether the newest of what is loaded is in view. */
    isEndShown,
    goToEnd: () => {
      followsEnd.current = true;
      scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    },
    goToStart: () => {
      followsEnd.current = false;
      anchor.current = null;
      scroller.current?.scrollTo({ top: 0 });
    },
    goTo: (element: Element) => {
      followsEnd.current = false;
      element.scrollIntoView({ block: 'center' });
      if (scroller.current) anchor.current = anchorOf(scroller.current);
    },
  };
};
