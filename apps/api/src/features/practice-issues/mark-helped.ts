import { Injectable } from '@nestjs/common';
import type { IssueId, MessageId } from '@landbridge/contract';
import { mostHelped } from '@landbridge/contract/practice-issues';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { AskForOutcome } from './ask-for-outcome.ts';
import { IssueTelling } from './issue-telling.ts';
import { IssueHelp } from './issue-parts.entity.ts';
import { IssueAccess } from './practice-issue.access.ts';
import { isMarked, messagePlace, type IssueStanding } from './practice-issue.facts.ts';
import { helpMarked, helpUnmarked } from './practice-issues.happenings.ts';
import { TakeIssueStep } from './take-issue-step.ts';

/** The asker says which messages helped; the first makes the issue answered, the last taken back makes it open again. */
@Injectable()
export class MarkHelped {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IssueAccess,
    private readonly steps: TakeIssueStep,
    private readonly telling: IssueTelling,
    private readonly askForOutcome: AskForOutcome,
  ) {}

  mark(actor: Actor, id: IssueId, messageId: MessageId): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const issue = await this.access.forChange(tx, actor.personId, id, 'markHelped');
      const message = await tx.one(messagePlace, [messageId]);
      if (message?.threadId !== id) throw problem('message.not-found');
      if (message.isDeleted) throw problem('message.deleted');
      if (await tx.one(isMarked, [id, messageId])) return;
      if (message.isHidden) throw problem('message.hidden');
      if (issue.helpedCount >= mostHelped) throw problem('issue.too-many-helped');
      const markedAt = this.clock.now();
      await tx.insert(IssueHelp, { issueId: id, messageId, helperId: message.authorId, markedBy: actor.personId, markedAt });
      tx.happened(helpMarked, { issueId: id, messageId, byId: actor.personId });
      await this.steps.move(tx, { ...issue, helpedCount: issue.helpedCount + 1 }, 'mark-helped');
      if (issue.state === 'open') await this.askForOutcome.later(tx, id, markedAt);
    });
  }

  unmark(actor: Actor, id: IssueId, messageId: MessageId): Promise<void> {
    return this.unitOfWork.run(async (tx) => this.take(tx, await this.access.forChange(tx, actor.personId, id, 'markHelped'), messageId));
  }

  /** Takes a mark back in a locked issue. Without it there is nothing to do. */
  async take(tx: Tx, issue: IssueStanding, messageId: MessageId): Promise<void> {
    const taken = await tx.delete(IssueHelp, { issueId: issue.id, messageId });
    if (taken === 0) return;
    tx.happened(helpUnmarked, { messageId });
    // The archive keeps its state, also when a marked message is deleted there.
    if (issue.state === 'archived') return this.telling.change(tx, issue);
    await this.steps.move(tx, { ...issue, helpedCount: issue.helpedCount - 1 }, 'unmark-helped');
  }
}
