import type { MessageView } from '@landbridge/contract/threads';

/** The element that shows a message; null when it is not in the window. */
export const messageElement = (id: string): HTMLElement | null => document.getElementById(`message-${id}`);

const frames = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('article[id^="message-"]')];

/** Moves the focus to the next or previous message: `j` and `k`. Without a focus it begins at the newest. */
export const moveMessageFocus = (step: 1 | -1): void => {
  const all = frames();
  const index = all.findIndex((frame) => frame.contains(document.activeElement));
  all.at(index === -1 ? -1 : Math.max(0, Math.min(all.length - 1, index + step)))?.focus();
};

export const focusedMessage = (messages: readonly MessageView[]): MessageView | undefined =>
  messages.find((message) => messageElement(message.id)?.contains(document.activeElement));

/** The words of a message as they can be quoted: those selected in it, else its first lines. What it quotes and whom it mentions is left out. */
export const quotableWords = (message: MessageView): string => {
  const words = ownWords(selectionIn(message) ?? new DOMParser().parseFromString(message.html, 'text/html').body);
  return words.split('\n').slice(0, longestQuoteLines).join('\n');
};

const longestQuoteLines = 12;

const selectionIn = (message: MessageView): DocumentFragment | null => {
  const selection = getSelection();
  const element = messageElement(message.id);
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return element.contains(range.commonAncestorContainer) ? range.cloneContents() : null;
};

const ownWords = (holder: ParentNode & Node): string => {
  for (const gone of holder.querySelectorAll('blockquote, a.mention, .task-box, .copy-code')) gone.remove();
  return (holder.textContent ?? '').trim();
};
