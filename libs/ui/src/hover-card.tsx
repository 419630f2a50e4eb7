import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import classes from './hover-card.module.css';

/** Long enough that a pointer on its way elsewhere opens, and asks for, nothing. */
const openAfterMs = 400;
const closeAfterMs = 150;

interface HoverCardProps {
  /** What the card tells about, for whoever does not see it open. */
  readonly label: string;
  /** Made when the card opens, so that nothing is fetched before. */
  readonly card: () => ReactNode;
  readonly children: ReactNode;
}

/**
 * More about what a link leads to: opens when the pointer rests on it or the keyboard comes to it, and Esc closes it. What is in the card
 * comes next in the order of the keyboard. A finger follows the link instead.
 */
export const HoverCard = ({ label, card, children }: HoverCardProps) => {
  const anchor = `--card${useId().replaceAll(/\W/g, '')}`;
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const become = (next: boolean, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), afterMs);
  };
  const close = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  const pointer = (next: boolean) => (event: PointerEvent) =>
    event.pointerType === 'mouse' && become(next, next ? openAfterMs : closeAfterMs);
  const focus = (event: FocusEvent) => event.target.matches(':focus-visible') && become(true, openAfterMs);
  const blur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    // The page behind would step back too.
    event.stopPropagation();
    event.preventDefault();
    close();
  };

  return (
    <span
      role="presentation"
      className={classes.holder}
      style={{ anchorName: anchor }}
      onPointerEnter={pointer(true)}
      onPointerLeave={pointer(false)}
      onFocus={focus}
      onBlur={blur}
      onKeyDown={press}
      onClick={close}
    >
      {children}
      {isOpen && (
        <span ref={show} popover="manual" role="group" aria-label={label} className={classes.card} style={{ positionAnchor: anchor }}>
          {card()}
        </span>
      )}
    </span>
  );
};

/** The browser's own top layer: nothing that the link stands in cuts the card off. */
const show = (element: HTMLElement | null) => element?.showPopover();
