import type { ThreadAbility } from '@landbridge/contract/threads';
import { communityAbilities, isLeader, type CommunityStanding } from '../communities/community-abilities.ts';

/** How somebody stands to a thread of a community, its issues included. */
export interface CommunityThreadStanding extends CommunityStanding {
  readonly place: 'community';
  readonly isOpener: boolean;
  /** The conversation of a practice issue: it is named, closed and reopened with its issue. */
  readonly isOfIssue: boolean;
  readonly isClosed: boolean;
}

/** How somebody stands to a cross-unit thread, which no community owns. */
export interface CrossUnitThreadStanding {
  readonly place: 'units';
  readonly isConvener: boolean;
  /** In an invited unit or one below it at this moment, or added by name. */
  readonly isInvited: boolean;
  readonly isClosed: boolean;
}

export type ThreadStanding = CommunityThreadStanding | CrossUnitThreadStanding;

/** What a person may do in a thread. Its opener or convener, and the leaders of its community, look after it. */
export const threadAbilities = (standing: ThreadStanding): Record<ThreadAbility, boolean> => {
  const read = mayRead(standing);
  const isKept = standing.place === 'units' || !standing.isEnded;
  const looksAfter = read && isKept && isCaretaker(standing);
  const rename = looksAfter && !(standing.place === 'community' && standing.isOfIssue);
  return {
    read,
    post: read && isKept && !standing.isClosed,
    rename,
    close: rename && !standing.isClosed,
    reopen: rename && standing.isClosed,
    pin: looksAfter,
    invite: looksAfter && standing.place === 'units',
    // Also where a community was closed down: what should not be read is not to stay because nobody may write any more.
    moderate: read && isModerator(standing),
  };
};

const mayRead = (standing: ThreadStanding): boolean =>
  standing.place === 'units' ? standing.isConvener || standing.isInvited : communityAbilities(standing).read;

const isCaretaker = (standing: ThreadStanding): boolean =>
  standing.place === 'units' ? standing.isConvener : standing.isOpener || isLeader(standing.role);

/** Who looks after what is said: not whoever opened a thread, but the leaders of its community, or its convener. */
const isModerator = (standing: ThreadStanding): boolean => (standing.place === 'units' ? standing.isConvener : isLeader(standing.role));

/** The abilities after the thread was closed or reopened, which its community then is not: nothing else of the standing has changed. */
export const abilitiesWhen = (isClosed: boolean, can: Partial<Record<ThreadAbility, boolean>>): Record<ThreadAbility, boolean> => {
  // Who may rename may close and reopen.
  const { read = false, rename = false, pin = false, invite = false, moderate = false } = can;
  return { read, post: read && !isClosed, rename, close: rename && !isClosed, reopen: rename && isClosed, pin, invite, moderate };
};
