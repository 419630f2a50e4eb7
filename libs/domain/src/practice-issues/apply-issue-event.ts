import type { PayloadOf, PersonId } from '@landbridge/contract';
import type { IssueFilters, IssueList, IssueRow, IssueView, issueChanged, issueMoved } from '@landbridge/contract/practice-issues';
import type { threadMoved } from '@landbridge/contract/threads';
import { issueAbilities } from './issue-abilities.ts';

/** The issue page after something about the issue changed. Older news changes nothing. */
export const applyIssueChanged = (view: IssueView, { issue }: PayloadOf<typeof issueChanged>, viewerId: PersonId): IssueView => {
  if (issue.id !== view.id || issue.version <= view.version) return view;
  const can = issueAbilities({
    visibility: issue.community.visibility,
    role: view.myRole,
    isEnded: issue.isCommunityEnded,
    isAsker: issue.asker.id === viewerId,
    isAskerDeactivated: !issue.isAskerActive,
    state: issue.state,
    hasStakes: issue.stakes !== '',
  });
  return { ...issue, myRole: view.myRole, can };
};

/**
 * The list after an issue was posted or its headline changed; the last posted stand first. What no longer fits the filters goes,
 * what fits comes, as far as the row itself can tell: whether words or a helper fit is known by the server alone.
 */
export const applyIssueMovedToList = (
  list: IssueList,
  { issue }: PayloadOf<typeof issueMoved>,
  filters: IssueFilters,
  viewerId: PersonId,
): IssueList => {
  const old = list.issues.find((row) => row.id === issue.id);
  if (old && old.version > issue.version) return list;
  const others = list.issues.filter((row) => row.id !== issue.id);
  if (!fits(issue, filters, viewerId, old !== undefined)) return old ? { ...list, issues: others } : list;
  const row = old ? { ...issue, ...spoken(old, issue) } : issue;
  const last = list.issues.at(-1);
  if (!old && last && list.nextCursor !== null && newestFirst(last, row) < 0) return list;
  return { ...list, issues: [...others, row].toSorted(newestFirst) };
};

/** The list after somebody spoke in the conversation of an issue. */
export const applyThreadMovedToIssueList = (list: IssueList, { thread }: PayloadOf<typeof threadMoved>): IssueList => ({
  ...list,
  issues: list.issues.map((row) => (row.id === thread.issueId ? { ...row, ...spoken(row, spokenIn(thread)) } : row)),
});

type Spoken = Pick<IssueRow, 'messageCount' | 'lastMessageAt'>;

const spokenIn = ({ lastPosition, lastMessageAt }: PayloadOf<typeof threadMoved>['thread']): Spoken => ({
  messageCount: lastPosition,
  lastMessageAt,
});

/** News of the two come by different events: whichever has heard more is right. */
const spoken = (one: Spoken, other: Spoken): Spoken => {
  const { messageCount, lastMessageAt } = one.messageCount > other.messageCount ? one : other;
  return { messageCount, lastMessageAt };
};

const fits = (issue: IssueRow, filters: IssueFilters, viewerId: PersonId, wasListed: boolean): boolean => {
  if (filters.q !== undefined || filters.mine === 'helped') return wasListed && fitsItself(issue, filters);
  return fitsItself(issue, filters) && (filters.mine !== 'asked' || issue.asker.id === viewerId);
};

const fitsItself = (issue: IssueRow, { state, communityId, kind, tag, urgent }: IssueFilters): boolean =>
  (state === undefined || issue.state === state) &&
  (communityId === undefined || issue.community.id === communityId) &&
  (kind === undefined || issue.kind === kind) &&
  (tag === undefined || issue.tags.includes(tag)) &&
  (urgent === undefined || issue.isUrgent);

/** As the server orders the list: by the time of posting, then by id. */
const newestFirst = (one: IssueRow, other: IssueRow): number => {
  if (one.postedAt !== other.postedAt) return one.postedAt < other.postedAt ? 1 : -1;
  return one.id < other.id ? 1 : -1;
};
