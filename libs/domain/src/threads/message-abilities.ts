import type { MessageView, ThreadView } from '@landbridge/contract/threads';
import type { PersonId } from '@landbridge/contract';

export interface MessageFacts {
  readonly author: { readonly id: PersonId };
  readonly deletedAt: string | null;
  readonly hidden: MessageView['hidden'];
}

/** What a person may do with one message of a thread they read. The server and the browser ask the same function. */
export const messageAbilities = (actorId: PersonId, thread: ThreadView['can'], message: MessageFacts) => {
  const isMine = message.author.id === actorId;
  const isKept = message.deletedAt === null;
  const isHidden = isKept && message.hidden !== null;
  const isShown = isKept && !isHidden;
  const canPost = thread.post === true;
  // Nobody judges their own words: those of one leader are looked at by the others.
  const canModerate = thread.moderate === true && !isMine;
  return {
    reply: isShown && canPost,
    quote: isShown && canPost,
    react: isShown && canPost,
    edit: isShown && canPost && isMine,
    delete: isKept && isMine,
    report: isShown && !isMine,
    answerReports: isShown && canModerate,
    hide: isKept && canModerate,
    show: isKept && canModerate,
    readHidden: isHidden && (isMine || canModerate),
  };
};

export type MessageAbility = keyof ReturnType<typeof messageAbilities>;
