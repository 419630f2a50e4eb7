import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '@landbridge/contract';
import type { ThreadPage } from '@landbridge/contract/threads';
import { text } from './texts.ts';

/** What a screen reader hears of new messages: one by name, several as a number. History and one's own words are never read out. */
export const useHeard = ({ messages, thread }: ThreadPage, viewerId: PersonId): string => {
  const [said, setSaid] = useState('');
  const heardTo = useRef(thread.lastPosition);
  useEffect(() => {
    const fresh = messages.filter((message) => message.position > heardTo.current && message.author.id !== viewerId);
    heardTo.current = Math.max(heardTo.current, thread.lastPosition);
    const [first] = fresh;
    if (!first) return;
    setSaid(
      fresh.length === 1
        ? text('thread.heard', { name: first.author.name, excerpt: first.excerpt })
        : text('thread.heard-many', { count: fresh.length }),
    );
  }, [messages, thread.lastPosition, viewerId]);
  return said;
};
