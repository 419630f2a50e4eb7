import { useEffect } from 'react';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** How this machine's keyboard names them. */
export const findKeys = isApple ? '⌘K' : 'Ctrl K';
export const sendKeys = isApple ? '⌘↩' : 'Ctrl Enter';
export const escapeKey = 'Esc';
/** Posts an issue, wherever one is. */
export const postKey = 'c';
export const enterKey = isApple ? '↩' : 'Enter';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** True while single-key shortcuts are wanted; set from the person's preferences (WCAG 2.2, 2.1.4). */
let areKeysOn = true;
export const setKeysOn = (on: boolean): void => {
  areKeysOn = on;
};

/** `g t`, while the second of two keys is being pressed. */
let pair: string | null = null;
let isFirstPressed = false;

// Before every listener: a fast second key must find the first one noted.
addEventListener(
  'keydown',
  (event) => {
    pair = isFirstPressed ? `g ${event.key}` : null;
    isFirstPressed = pair === null && event.key === 'g' && !isTyping(event.target);
  },
  { capture: true },
);

/** Single keys (`r`) and two after each other (`g t`), while nobody is typing. */
export const useKeys = (acts: Readonly<Record<string, (event: KeyboardEvent) => void>>): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!areKeysOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]'))
        return;
      const act = (pair && acts[pair]) ?? acts[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
};
