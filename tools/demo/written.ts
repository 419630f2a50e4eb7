import type { Gap } from './calendar.ts';
import type { CommunityKey } from './communities.ts';
import type { ImportedIssueState as IssueState } from '@landbridge/contract/import';
import type { IssueKind } from '@landbridge/contract/practice-issues';
import type { CastKey } from './texts/cast.ts';
import type { UnitKey } from './units.ts';

/** One message as it was written down. `to` and `quote` count the messages of the conversation from 1. */
export interface Said<Who extends string = CastKey> {
  readonly who: Who;
  readonly after: Gap;
  readonly body: string;
  readonly to?: number;
  /** The words quoted stand in the message of that number. */
  readonly quote?: { readonly of: number; readonly words: string };
  /** The asker took it as what helped. */
  readonly helped?: true;
  readonly edited?: true;
}

type SaidMore<Who extends string> = Omit<Said<Who>, 'who' | 'after' | 'body'>;

export const say = <Who extends string>(who: Who, after: Gap, body: string, more: SaidMore<Who> = {}): Said<Who> => ({
  who,
  after,
  body,
  ...more,
});

/** A practice issue with its whole conversation. */
export interface WrittenIssue<Who extends string = CastKey> {
  readonly id: string;
  readonly community: CommunityKey;
  readonly asker: Who;
  /** Working days before today on which it was posted. */
  readonly daysAgo: number;
  readonly kind: IssueKind;
  readonly title: string;
  readonly situation: string;
  readonly tried?: string;
  readonly stakes?: string;
  readonly urgent?: true;
  readonly tags: readonly string[];
  readonly conversation: readonly Said<Who>[];
  /** How far it came; what has not happened yet on the day of the demo takes it back. */
  readonly state: IssueState;
  readonly outcome?: { readonly text: string; readonly after: Gap; readonly from?: string; readonly to?: string };
}

/** Speakers without a name of their own: A asks, the others answer, each from the unit given or from any other. */
export type Voice = 'A' | 'B' | 'C' | 'D' | 'E';

/** An issue whose people are found in the units that would know. */
export interface VoicedIssue extends WrittenIssue<Voice> {
  readonly units: Readonly<Partial<Record<Voice, UnitKey>>>;
}

/** What people ask again and again: openings, the answers that fit each of them, and what the askers write back. */
export interface Topic {
  readonly community: CommunityKey;
  readonly tags: readonly string[];
  readonly asks: readonly (readonly [title: string, opening: string])[];
  /** For each opening the numbers of the replies that answer it, from 0; `3>1`: after reply 3 the asker writes turn 1. */
  readonly answers: readonly string[];
  readonly replies: readonly string[];
  readonly turns: readonly string[];
  /** What changed, and the number of the opening that it is told of: the first, if nothing is said. */
  readonly outcome?: string;
  readonly outcomeOf?: number;
}
