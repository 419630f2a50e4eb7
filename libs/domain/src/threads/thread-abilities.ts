import type { ThreadAbility } from '@landbridge/contract/threads';
import { communityAbilities, isLeader, type CommunityStanding } from '../communities/community-abilities.ts';

export interface ThreadStanding extends CommunityStanding {
  readonly isOpener: boolean;
  readonly isClosed: boolean;
}

/** What a person may do in a thread of a community. Who opened it and who leads the community look after it. */
export const threadAbilities = (standing: ThreadStanding): Record<ThreadAbility, boolean> => {
  const { read } = communityAbilities(standing);
  const looksAfter = read && (standing.isOpener || isLeader(standing.role));
  return {
    read,
    post: read && !standing.isClosed,
    rename: looksAfter,
    close: looksAfter && !standing.isClosed,
    reopen: looksAfter && standing.isClosed,
  };
};

/** The abilities after the thread was closed or reopened: nothing else of the standing has changed. */
export const abilitiesWhen = (isClosed: boolean, can: Partial<Record<ThreadAbility, boolean>>): Record<ThreadAbility, boolean> => {
  // Who may rename looks after the thread.
  const { read = false, rename = false } = can;
  return { read, post: read && !isClosed, rename, close: rename && !isClosed, reopen: rename && isClosed };
};
