import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { UnitChanges, type Merger } from '../organisation/index.ts';
import { ThreadTelling } from './thread-telling.ts';
import { lockedThreadFacts, moveInvitations, threadFacts, threadsInviting } from './thread.facts.ts';

/** Threads across units follow a unit that becomes part of another: that one is invited now, and spoke when either did. */
@Injectable()
export class MoveInvitationsWhenMerged {
  constructor(
    unitChanges: UnitChanges,
    private readonly telling: ThreadTelling,
  ) {
    unitChanges.onMerge((tx, merger) => this.move(tx, merger));
  }

  private async move(tx: Tx, { fromId, intoId }: Merger): Promise<void> {
    const threads = await tx.rows(threadsInviting, [fromId]);
    for (const { id } of threads) await lockedThreadFacts(tx, id, null);
    await tx.rows(moveInvitations, [fromId, intoId]);
    for (const { id } of threads) {
      const thread = await tx.one(threadFacts, [id, null]);
      if (!thread) continue;
      await this.telling.change(tx, thread);
      await this.telling.lists(tx, thread);
    }
  }
}
