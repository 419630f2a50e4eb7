import { Injectable } from '@nestjs/common';
import { issueId } from '@landbridge/contract';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { OutboxRow } from '../../platform/outbox/outbox.entity.ts';
import { MessageChanges, type MessageChange } from '../threads/index.ts';
import { IssueTelling } from './issue-telling.ts';
import { MarkHelped } from './mark-helped.ts';
import { isMarked, issueStanding } from './practice-issue.facts.ts';

/** What helped shows the first line of its message: an edit changes it, a deletion takes the mark back. */
@Injectable()
export class FollowMessageChanges {
  constructor(
    private readonly markHelped: MarkHelped,
    private readonly telling: IssueTelling,
    changes: MessageChanges,
  ) {
    changes.onChange((tx, change) => this.follow(tx, change));
  }

  private async follow(tx: Tx, { threadId, messageId, isDeleted }: MessageChange): Promise<void> {
    const id = issueId.parse(threadId);
    if (!(await tx.one(isMarked, [id, messageId]))) return;
    const issue = await tx.one(issueStanding, [id, null]);
    if (!issue) return;
    // Events that wait hold its first line.
    await tx.delete(OutboxRow, { about: id });
    if (isDeleted) return this.markHelped.take(tx, issue, messageId);
    await this.telling.change(tx, issue);
  }
}
