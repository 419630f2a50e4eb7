import type { ThreadView } from '@landbridge/contract/threads';
import type { PersonId } from '@landbridge/contract';

export interface MessageFacts {
  readonly author: { readonly id: PersonId };
  readonly deletedAt: string | null;
}

/** What a person may do with one message of a thread they read. The server and the browser ask the same function. */
export const messageAbilities = (actorId: PersonId, canPost: ThreadView['can']['post'], message: MessageFacts) => {
  const isMine = message.author.id === actorId;
  const isThere = message.deletedAt === null;
  return {
    reply: isThere && canPost,
    quote: isThere && canPost,
    react: isThere && canPost,
    edit: isThere && canPost && isMine,
    delete: isThere && isMine,
  };
};

export type MessageAbility = keyof ReturnType<typeof messageAbilities>;
