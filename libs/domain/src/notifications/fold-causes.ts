import type { NoticeKind } from '@landbridge/contract/notifications';

/** From what tells most to what tells least: what a row says of several things that happened. */
const byWeight: readonly NoticeKind[] = [
  'mentioned',
  'what-happened',
  'outcome-told',
  'helped',
  'replied',
  'answered',
  'added',
  'invited',
  'archived',
  'brought-back',
  'declined',
  'approved',
  'role-given',
  'role-taken',
  'community-merged',
  'community-closed',
  'asked-to-join',
  'session-cancelled',
  'session-changed',
  'session-planned',
];

const lightness = (kind: NoticeKind): number => byWeight.indexOf(kind);

/** Something that happened and concerns somebody. `position` is the message's; 0 for what is none. */
export interface Cause {
  readonly kind: NoticeKind;
  readonly sourceId: string;
  readonly at: Date;
  readonly position: number;
}

/** What a row tells of several causes: the newest of the weightiest kind, how many there are, when the last was, and how far to read. */
export interface Folded<C extends Cause> {
  readonly told: C;
  readonly count: number;
  readonly at: Date;
  readonly position: number;
}

/** Folds what happened to one subject since it was last read into one row; null when nothing is left. The order of `causes` means nothing. */
export const foldCauses = <C extends Cause>(causes: readonly C[]): Folded<C> | null => {
  const [told] = causes.toSorted(
    (one, other) =>
      lightness(one.kind) - lightness(other.kind) || Number(other.at) - Number(one.at) || (one.sourceId < other.sourceId ? 1 : -1),
  );
  if (!told) return null;
  return {
    told,
    count: new Set(causes.map(({ sourceId }) => sourceId)).size,
    at: new Date(Math.max(...causes.map(({ at }) => Number(at)))),
    position: Math.max(...causes.map(({ position }) => position)),
  };
};
