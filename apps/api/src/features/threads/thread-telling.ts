import { Injectable } from '@nestjs/common';
import { threadChanged, threadMoved } from '@landbridge/contract/threads';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { Thread } from './thread.entity.ts';
import { threadParts, type ThreadStanding } from './thread.facts.ts';
import { listRooms, threadRoom } from './thread.rooms.ts';
import { headlineOf } from './threads.queries.ts';

type Change = Pick<QueryDeepPartialEntity<Thread>, 'question' | 'closedAs'> & { readonly title?: string; readonly closedAt?: Date | null };

/** Writes a locked thread's next version and tells of it, to those who have it open and to those whose lists show it. */
@Injectable()
export class ThreadTelling {
  /** What hangs on the thread (participants, pins) has been written before. */
  async change(tx: Tx, thread: ThreadStanding, change: Change = {}): Promise<void> {
    const { id } = thread;
    const { title = thread.title, closedAt = thread.closedAt } = change;
    const seq = thread.lastSeq + 1;
    const version = thread.version + 1;
    await tx.update(Thread, { id }, { ...change, version, lastSeq: seq });
    const parts = await tx.one(threadParts, [id]);
    if (!parts) return;
    tx.tell(threadRoom(id), threadChanged, { threadId: id, seq, title, version, closedAt: closedAt?.toISOString() ?? null, ...parts });
  }

  async lists(tx: Tx, thread: ThreadStanding): Promise<void> {
    const headline = await tx.one(headlineOf, [thread.id]);
    if (headline) tx.tell(listRooms(thread), threadMoved, { communityId: thread.communityId, thread: headline.headline });
  }
}
