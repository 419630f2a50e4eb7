import { useEffect, useLayoutEffect, useRef } from 'react';
import { useRouter } from '@tanstack/react-router';
import type { MessageView } from '@landbridge/contract/threads';
import { copyText } from '../../platform/copy-text.ts';
import { text } from './texts.ts';

interface MessageHtmlProps {
  readonly html: string;
  readonly named: MessageView['named'];
  readonly onGoToMessage?: (id: string) => void;
}

/** What the server rendered and sanitised, with today's names put in and copy buttons on code. */
export const MessageHtml = ({ html, named, onGoToMessage }: MessageHtmlProps) => {
  const element = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useLayoutEffect(() => {
    if (!element.current) return;
    element.current.innerHTML = html;
    putNames(element.current, named);
    putCopyButtons(element.current);
  }, [html, named]);
  useEffect(() => {
    const holder = element.current;
    const follow = (event: MouseEvent) => {
      const link = ownLinkAt(event);
      if (!link) return;
      event.preventDefault();
      const source = link.dataset['message'];
      if (source && onGoToMessage) onGoToMessage(source);
      else router.history.push(link.pathname + link.search);
    };
    holder?.addEventListener('click', follow);
    return () => holder?.removeEventListener('click', follow);
  }, [router, onGoToMessage]);
  return <div ref={element} className="prose" />;
};

/** A link into Landbridge that was clicked without asking for another tab: it is followed without loading the page anew. */
const ownLinkAt = (event: MouseEvent): HTMLAnchorElement | null => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const asksForTab = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
  return link && !asksForTab && link.origin === location.origin ? link : null;
};

const putNames = (element: HTMLElement, named: MessageView['named']): void => {
  const names = new Map(named.map((person): [string, string] => [person.id, person.name]));
  for (const link of element.querySelectorAll<HTMLAnchorElement>('a.mention, a.quote-source')) {
    const name = names.get(link.dataset['person'] ?? '') ?? text('message.quote-gone');
    const isMention = link.classList.contains('mention');
    link.textContent = isMention ? `@${name}` : name;
    link.href = isMention ? `/people/${link.dataset['person']}` : `/messages/${link.dataset['message']}`;
  }
};

const putCopyButtons = (element: HTMLElement): void => {
  for (const block of element.querySelectorAll('pre')) {
    const code = block.textContent ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-code';
    button.textContent = text('code.copy');
    button.addEventListener('click', async () => {
      await copyText(code);
      button.textContent = text('code.copied');
    });
    block.append(button);
  }
};
