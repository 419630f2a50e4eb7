import { Injectable } from '@nestjs/common';
import { issueId, type IssueId } from '@landbridge/contract';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { IssueThreads } from '../threads/index.ts';
import { IssueTelling } from './issue-telling.ts';
import { issueStanding } from './practice-issue.facts.ts';
import { outcomeAsked } from './practice-issues.happenings.ts';

/** Asks for what came of an issue: `{ id }`. */
export const askForOutcomeJob = 'issues.ask-for-outcome';

/** Long enough to have tried it, short enough to remember. */
const daysUntilAsked = 21;
const dayMs = 86_400_000;

/** Three weeks after the first answer the asker is asked once what happened. */
@Injectable()
export class AskForOutcome {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly threads: IssueThreads,
    private readonly telling: IssueTelling,
    jobs: Jobs,
  ) {
    jobs.handle(askForOutcomeJob, z.object({ id: issueId }), ({ id }) => this.run(id));
  }

  /** An issue that is answered anew is asked about three weeks after that. */
  later(tx: Tx, id: IssueId, answeredAt: Date): Promise<void> {
    const runAt = new Date(answeredAt.getTime() + daysUntilAsked * dayMs);
    return tx.addJob(askForOutcomeJob, { id }, { key: `ask for outcome ${id}`, runAt });
  }

  private run(id: IssueId): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.threads.lock(tx, id, null);
      const issue = await tx.one(issueStanding, [id, null]);
      const isWaited = issue?.state === 'answered' || issue?.state === 'tried';
      if (!issue || !isWaited || issue.outcomeAskedAt) return;
      await this.telling.change(tx, issue, { outcomeAskedAt: this.clock.now() });
      tx.happened(outcomeAsked, { issueId: id });
    });
  }
}
