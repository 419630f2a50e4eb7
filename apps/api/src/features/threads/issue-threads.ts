import { Injectable } from '@nestjs/common';
import { threadId, type CommunityId, type IssueId, type PersonId, type UnitId } from '@landbridge/contract';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { ReadMarks } from './read-marks.ts';
import { Thread } from './thread.entity.ts';
import { lockedThreadFacts, type ThreadStanding } from './thread.facts.ts';
import { ThreadTelling } from './thread-telling.ts';

interface NewIssueThread {
  readonly issueId: IssueId;
  readonly communityId: CommunityId;
  readonly title: string;
  readonly askerId: PersonId;
  readonly unitId: UnitId | null;
  readonly mentionIds: readonly PersonId[];
}

/** The conversation of a practice issue: a thread with the id of its issue, which names, closes and reopens it. It begins without a message. */
@Injectable()
export class IssueThreads {
  constructor(
    private readonly clock: Clock,
    private readonly readMarks: ReadMarks,
    private readonly telling: ThreadTelling,
  ) {}

  /** The asker follows it, and so do people whom the issue mentions. */
  async open(tx: Tx, { issueId, communityId, title, askerId, unitId, mentionIds }: NewIssueThread): Promise<void> {
    const id = threadId.parse(issueId);
    const now = this.clock.now();
    await tx.insert(Thread, {
      id,
      issueId,
      communityId,
      title,
      openedBy: askerId,
      openedByUnitId: unitId,
      clientId: issueId,
      openedAt: now,
      lastMessageAt: now,
    });
    await this.readMarks.follow(tx, id, askerId, 'following');
    await this.readMarks.mentioned(tx, id, mentionIds);
  }

  /** Nobody else writes in the conversation, or changes its issue or the members of its community, until the transaction ends. */
  async lock(tx: Tx, issueId: IssueId, actorId: PersonId | null): Promise<ThreadStanding | null> {
    return lockedThreadFacts(tx, threadId.parse(issueId), actorId);
  }

  /** Of a locked thread. */
  async change(tx: Tx, thread: ThreadStanding, wanted: { readonly title: string; readonly isClosed: boolean }): Promise<void> {
    if (thread.title === wanted.title && (thread.closedAt !== null) === wanted.isClosed) return;
    const closedAt = wanted.isClosed ? (thread.closedAt ?? this.clock.now()) : null;
    await this.telling.change(tx, thread, { title: wanted.title, closedAt });
    await this.telling.lists(tx, thread);
  }

  mentioned(tx: Tx, issueId: IssueId, people: readonly PersonId[]): Promise<void> {
    return this.readMarks.mentioned(tx, threadId.parse(issueId), people);
  }
}
