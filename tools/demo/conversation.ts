import type { Wall } from './calendar.ts';
import type { CommunityKey } from './communities.ts';
import type { ImportedIssueState as IssueState } from '@landbridge/contract/import';
import type { IssueKind } from '@landbridge/contract/practice-issues';
import type { ClosingTag } from '@landbridge/contract/threads';
import type { DemoPerson } from './people.ts';
import type { UnitKey } from './units.ts';

export interface Message {
  readonly id: string;
  readonly author: DemoPerson;
  readonly at: Wall;
  readonly body: string;
  readonly replyTo?: Message;
  readonly quotes?: Message;
  readonly mentions: readonly DemoPerson[];
  readonly editedAt?: Wall;
  /** When the asker took it as what helped. */
  readonly helpedAt?: Wall;
}

export interface Issue {
  readonly kind: IssueKind;
  readonly situation: string;
  readonly tried?: string;
  readonly stakes?: string;
  readonly urgent?: true;
  readonly tags: readonly string[];
  readonly state: IssueState;
  readonly outcome?: { readonly text: string; readonly at: Wall; readonly before?: string; readonly after?: string };
}

/** A conversation with its place: a community, an issue of a community, or a number of units as equals. */
export interface Conversation {
  readonly id: string;
  readonly title: string;
  readonly at: Wall;
  readonly opener: DemoPerson;
  readonly community: CommunityKey | null;
  readonly issue?: Issue;
  readonly acrossUnits?: {
    readonly units: readonly UnitKey[];
    readonly people: readonly DemoPerson[];
    readonly question: string;
    readonly closed?: { readonly at: Wall; readonly as: ClosingTag };
  };
  readonly messages: readonly Message[];
}

export const participantsOf = ({ opener, messages }: Conversation): readonly DemoPerson[] => [
  ...new Set([opener, ...messages.map(({ author }) => author)]),
];

export const lastAt = ({ at, messages }: Conversation): Wall => messages.at(-1)?.at ?? at;

/** A state is reached only when what leads to it has happened by the day of the demo. */
export function reachedState(wanted: IssueState, messages: readonly Message[], hasOutcome: boolean): IssueState {
  if (wanted === 'archived') return wanted;
  if (!messages.some(({ helpedAt }) => helpedAt !== undefined)) return 'open';
  const needsOutcome = wanted === 'outcome-told' || wanted === 'not-used';
  return needsOutcome && !hasOutcome ? 'tried' : wanted;
}
