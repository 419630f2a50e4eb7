import type { ReactNode } from 'react';
import type { ThreadId } from '@landbridge/contract';
import { Avatar, UnitChip } from '@landbridge/ui';
import { emojiBefore, mentionBefore, nameInText, type Selected } from './markdown-edits.ts';
import type { Mention } from './mention-text.ts';
import { useEmoji } from './use-emoji.ts';
import { useMentions } from './use-mentions.ts';

export interface Completion {
  readonly id: string;
  readonly content: ReactNode;
  /** What takes the place of the letters from `from` to the cursor. */
  readonly inserted: string;
  readonly from: number;
  /** Whom choosing it mentions. */
  readonly mentioned?: readonly Mention[];
}

const mostShown = 8;

/** What the letters before the cursor may become: people after @, emoji after a colon. Null asks for nothing. */
export const useCompletions = (threadId: ThreadId | null, selected: Selected | null): readonly Completion[] => {
  const mention = selected && mentionBefore(selected);
  const emoji = selected && emojiBefore(selected);
  const people = useMentions(threadId, mention?.letters ?? null);
  const found = useEmoji(emoji?.letters ?? null);
  if (mention)
    return people.map((person) => ({
      id: person.id,
      from: mention.from,
      inserted: `@${nameInText(person.name)} `,
      mentioned: [{ id: person.id, name: nameInText(person.name) }],
      content: (
        <>
          <Avatar name={person.name} hue={person.unit?.hue} size={24} />
          {person.name}
          {person.unit && <UnitChip unit={person.unit} />}
        </>
      ),
    }));
  if (!emoji) return [];
  return found.slice(0, mostShown).map(({ emoji: sign, name }) => ({
    id: name,
    from: emoji.from,
    inserted: `${sign} `,
    content: (
      <>
        <span aria-hidden="true">{sign}</span>
        {name}
      </>
    ),
  }));
};
