import { Injectable } from '@nestjs/common';
import type { InputOf, IssueId } from '@landbridge/contract';
import type { IssueAbility, IssueState, IssueStep, takeIssueStep } from '@landbridge/contract/practice-issues';
import { issueAbilities, nextIssueState } from '@landbridge/domain/practice-issues';
import type { QueryDeepPartialEntity } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { IssueThreads } from '../threads/index.ts';
import { IssueTelling } from './issue-telling.ts';
import { IssueAccess, standingOf } from './practice-issue.access.ts';
import type { PracticeIssue } from './practice-issue.entity.ts';
import type { IssueStanding } from './practice-issue.facts.ts';
import { issueShelved } from './practice-issues.happenings.ts';

type Step = InputOf<typeof takeIssueStep>['body']['step'];
type Change = QueryDeepPartialEntity<PracticeIssue>;

const abilityOf: Readonly<Record<Step, IssueAbility>> = {
  try: 'try',
  'not-use': 'notUse',
  reopen: 'reopen',
  archive: 'archive',
  'bring-back': 'bringBack',
};

/** Where an issue stands that took the step already. */
const doneIn: Readonly<Record<Step, readonly IssueState[]>> = {
  try: ['tried'],
  'not-use': ['not-used'],
  reopen: ['open', 'answered'],
  archive: ['archived'],
  'bring-back': ['open', 'answered', 'tried', 'outcome-told', 'not-used'],
};

/** Moves an issue along its life. In the archive its conversation is closed. */
@Injectable()
export class TakeIssueStep {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IssueAccess,
    private readonly threads: IssueThreads,
    private readonly telling: IssueTelling,
  ) {}

  run(actor: Actor, id: IssueId, step: Step): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const issue = await this.access.forChange(tx, actor.personId, id, 'read');
      if (isDoneBy(actor, issue, step)) return;
      await this.access.get(tx, actor.personId, id, abilityOf[step]);
      await this.move(tx, issue, step);
      if (step === 'archive' || step === 'bring-back')
        tx.happened(issueShelved, { issueId: id, byId: actor.personId, isArchived: step === 'archive' });
    });
  }

  /** Writes the state after a step of a locked issue, with what goes along. @throws issue.not-now */
  async move(tx: Tx, issue: IssueStanding, step: IssueStep, more: Change = {}): Promise<void> {
    const state = nextIssueState(issue, step);
    if (!state) throw problem('issue.not-now');
    await this.telling.change(tx, issue, { ...changeFor(issue, state, step, this.clock.now()), ...more });
    if (step !== 'archive' && step !== 'bring-back') return;
    const thread = await this.threads.lock(tx, issue.id, null);
    if (thread) await this.threads.change(tx, thread, { title: thread.title, isClosed: state === 'archived' });
  }
}

/** A step sent again finds itself done, for whoever could take it where it is not. */
const isDoneBy = (actor: Actor, issue: IssueStanding, step: Step): boolean => {
  if (!doneIn[step].includes(issue.state)) return false;
  const before = step === 'bring-back' ? 'archived' : step === 'try' || step === 'archive' ? 'open' : 'tried';
  return issueAbilities({ ...standingOf(issue, actor.personId), state: before })[abilityOf[step]];
};

/** Only an open issue is urgent. */
const changeFor = (issue: IssueStanding, state: IssueState, step: IssueStep, now: Date): Change => {
  const moved: Change = { state, isUrgent: issue.isUrgent && state === 'open', stateBeforeArchive: null };
  switch (step) {
    case 'mark-helped':
    case 'unmark-helped':
      return { ...moved, answeredAt: issue.helpedCount > 0 ? (issue.answeredAt ?? now) : null };
    case 'try':
      return { ...moved, triedAt: now };
    case 'tell-outcome':
    case 'not-use':
      return { ...moved, endedAt: now };
    case 'reopen':
      return { ...moved, triedAt: null, endedAt: null, outcomeAskedAt: null };
    case 'archive':
      return { ...moved, archivedAt: now, stateBeforeArchive: issue.state === 'archived' ? null : issue.state };
    case 'bring-back':
      return { ...moved, archivedAt: null };
  }
};
