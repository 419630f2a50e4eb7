import { Injectable } from '@nestjs/common';
import { messageId, type MessageId, type ThreadId } from '@landbridge/contract';
import { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { lockedThreadFacts, quotersOf } from './thread.facts.ts';
import { ShownTexts } from './shown-texts.ts';

/**
 * The words of a deleted or hidden message go from every quote of them too, former versions included; those of a hidden one come back
 * with it. Runs as a job; again is harmless.
 */
@Injectable()
export class RefreshQuotes {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly texts: ShownTexts,
    jobs: Jobs,
  ) {
    jobs.handle('threads.refresh-quotes', z.object({ sourceId: messageId }), ({ sourceId }) => this.run(sourceId));
  }

  async soon(tx: Tx, sourceId: MessageId): Promise<void> {
    await tx.addJob('threads.refresh-quotes', { sourceId }, { key: `quotes ${sourceId}` });
  }

  private async run(sourceId: MessageId): Promise<void> {
    let last: MessageId | null = null;
    for (;;) {
      const quoters: readonly { id: MessageId; threadId: ThreadId }[] = await this.database.rows(quotersOf, [sourceId, last]);
      for (const quoter of quoters) await this.unitOfWork.run((tx) => this.refresh(tx, quoter));
      last = quoters.at(-1)?.id ?? null;
      if (last === null) return;
    }
  }

  private async refresh(tx: Tx, { id, threadId }: { id: MessageId; threadId: ThreadId }): Promise<void> {
    const thread = await lockedThreadFacts(tx, threadId, null);
    if (thread) await this.texts.refresh(tx, id, thread);
  }
}
