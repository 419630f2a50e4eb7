import { Injectable } from '@nestjs/common';
import type { IssueId } from '@landbridge/contract';
import { issueChanged, issueMoved } from '@landbridge/contract/practice-issues';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { communityRoom } from '../communities/index.ts';
import { threadRoom } from '../threads/index.ts';
import { issueTelling } from './practice-issue.facts.ts';
import { PracticeIssue } from './practice-issue.entity.ts';

/** Writes the next version of a locked issue and tells of it, to those who have it open and to those whose lists show it. */
@Injectable()
export class IssueTelling {
  /** What hangs on the issue (marks) has been written before. */
  async change(
    tx: Tx,
    { id, version }: { id: IssueId; version: number },
    change: QueryDeepPartialEntity<PracticeIssue> = {},
  ): Promise<void> {
    await tx.update(PracticeIssue, { id }, { ...change, version: version + 1 });
    await this.tell(tx, id);
  }

  async tell(tx: Tx, id: IssueId): Promise<void> {
    const telling = await tx.one(issueTelling, [id]);
    if (!telling) return;
    tx.tell(threadRoom(id), issueChanged, { issue: telling.issue }, { about: id });
    tx.tell(communityRoom(telling.row.community.id), issueMoved, { issue: telling.row }, { about: id });
  }
}
