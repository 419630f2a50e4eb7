import { Injectable } from '@nestjs/common';
import type { IssueId, PersonId } from '@landbridge/contract';
import type { IssueAbility, IssueState } from '@landbridge/contract/practice-issues';
import { issueAbilities, type IssueStanding as Standing } from '@landbridge/domain/practice-issues';
import type { Reader } from '../../platform/database/reader.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { IssueThreads } from '../threads/index.ts';
import { issueStanding, type IssueStanding } from './practice-issue.facts.ts';

/** States in which a step can be possible at all: who may not take it in any of them may never. */
const statesOf: Readonly<Partial<Record<IssueAbility, IssueState>>> = {
  markUrgent: 'open',
  try: 'open',
  tellOutcome: 'tried',
  notUse: 'tried',
  reopen: 'tried',
  bringBack: 'archived',
};

/** The only way to an issue: by asking for a right to it. Missing and unreadable are the same. */
@Injectable()
export class IssueAccess {
  constructor(private readonly threads: IssueThreads) {}

  /** @throws issue.not-found, issue.not-allowed, issue.not-now */
  async get(reader: Reader, actorId: PersonId, id: IssueId, ability: IssueAbility): Promise<IssueStanding> {
    const issue = await reader.one(issueStanding, [id, actorId]);
    if (!issue || !issueAbilities(standingOf(issue, actorId)).read) throw problem('issue.not-found');
    refuseUnlessAble(issue, actorId, ability);
    return issue;
  }

  /** As `get`, and nobody else changes the issue or its conversation until the transaction ends: the right still holds at commit. */
  async forChange(tx: Tx, actorId: PersonId, id: IssueId, ability: IssueAbility): Promise<IssueStanding> {
    await this.threads.lock(tx, id, actorId);
    return this.get(tx, actorId, id, ability);
  }
}

export const standingOf = (issue: IssueStanding, actorId: PersonId): Standing => ({
  visibility: issue.visibility,
  role: issue.role,
  isEnded: issue.isEnded,
  isAsker: issue.askerId === actorId,
  isAskerDeactivated: issue.isAskerDeactivated,
  state: issue.state,
  hasStakes: issue.stakes !== '',
});

const refuseUnlessAble = (issue: IssueStanding, actorId: PersonId, ability: IssueAbility): void => {
  const standing = standingOf(issue, actorId);
  if (issueAbilities(standing)[ability]) return;
  if (issue.isEnded) throw problem('community.ended');
  const isEverAble = issueAbilities({ ...standing, hasStakes: true, state: statesOf[ability] ?? 'open' })[ability];
  throw problem(isEverAble ? 'issue.not-now' : 'issue.not-allowed');
};
