import { Injectable } from '@nestjs/common';
import type { InputOf, IssueId, PersonId } from '@landbridge/contract';
import type { tellOutcome } from '@landbridge/contract/practice-issues';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Milestones } from '../people/index.ts';
import { IssueThreads } from '../threads/index.ts';
import { IssueAccess } from './practice-issue.access.ts';
import type { IssueStanding } from './practice-issue.facts.ts';
import { outcomeTold, peopleNamed } from './practice-issues.happenings.ts';
import { TakeIssueStep } from './take-issue-step.ts';
import { WriteTexts } from './write-texts.ts';

type Wanted = InputOf<typeof tellOutcome>['body'];

/** What changed is told by the asker, or by a leader for an asker who was deactivated; told again, it replaces what was told. */
@Injectable()
export class TellOutcome {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IssueAccess,
    private readonly steps: TakeIssueStep,
    private readonly threads: IssueThreads,
    private readonly milestones: Milestones,
    private readonly writeTexts: WriteTexts,
  ) {}

  run(actor: Actor, id: IssueId, { version, markdown, before, after }: Wanted): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const issue = await this.access.forChange(tx, actor.personId, id, 'tellOutcome');
      if (isTold(issue, { markdown, before, after })) return;
      if (issue.version !== version) throw problem('version.stale', { current: outcomeOf(issue) });
      const { newlyNamedIds, ...written } = await this.writeTexts.run(
        tx,
        issue.communityId,
        { ...issue, outcome: markdown },
        issue.namedIds,
      );
      await this.threads.mentioned(tx, id, newlyNamedIds);
      await this.steps.move(tx, issue, 'tell-outcome', {
        ...written,
        outcome: markdown,
        outcomeBefore: before,
        outcomeAfter: after,
        outcomeToldAt: this.clock.now(),
        outcomeToldBy: actor.personId,
      });
      this.say(tx, actor, issue, newlyNamedIds);
      const where = { sourceId: id, title: issue.title, link: `/issues/${id}` };
      // A leader who tells it for somebody else tells no outcome of their own.
      if (issue.askerId === actor.personId)
        await this.milestones.note(tx, { personId: actor.personId, kind: 'first-outcome-told', ...where });
    });
  }

  private say(tx: Tx, { personId: byId }: Actor, { id: issueId, state }: IssueStanding, personIds: readonly PersonId[]): void {
    if (state !== 'outcome-told') tx.happened(outcomeTold, { issueId, byId });
    if (personIds.length > 0) tx.happened(peopleNamed, { issueId, personIds: [...personIds], byId });
  }
}

const outcomeOf = ({ outcome, outcomeBefore, outcomeAfter, version }: IssueStanding) => ({
  markdown: outcome,
  before: outcomeBefore,
  after: outcomeAfter,
  version,
});

const isTold = (issue: IssueStanding, { markdown, before, after }: Omit<Wanted, 'version'>): boolean =>
  issue.state === 'outcome-told' && issue.outcome === markdown && issue.outcomeBefore === before && issue.outcomeAfter === after;
