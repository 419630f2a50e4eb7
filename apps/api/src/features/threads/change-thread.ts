import { Injectable } from '@nestjs/common';
import type { InputOf, ThreadId } from '@landbridge/contract';
import { threadChanged, threadMoved, type changeThread, type ThreadAbility } from '@landbridge/contract/threads';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { communityRoom } from '../communities/index.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { threadRoom } from './thread.rooms.ts';
import { headlineOf, threadById, type ThreadStanding } from './threads.queries.ts';

type Wanted = InputOf<typeof changeThread>['body'];

/** Renames, closes, reopens. A closed thread stays readable. */
@Injectable()
export class ChangeThread {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
  ) {}

  run(actor: Actor, id: ThreadId, wanted: Wanted) {
    return this.unitOfWork.run(async (tx) => {
      const thread = await this.access.forChange(tx, actor.personId, id, 'read');
      const title = wanted.title ?? thread.title;
      const isClosed = wanted.isClosed ?? thread.closedAt !== null;
      if (title !== thread.title || isClosed !== (thread.closedAt !== null))
        await this.change(tx, actor, thread, { ...wanted, title, isClosed });
      const changed = await tx.json(threadById, [id, actor.personId]);
      if (!changed) throw problem('thread.not-found');
      return changed;
    });
  }

  private async change(tx: Tx, actor: Actor, thread: ThreadStanding, wanted: Required<Wanted>): Promise<void> {
    const { id } = thread;
    for (const ability of neededFor(thread, wanted)) await this.access.get(tx, actor.personId, id, ability);
    if (thread.version !== wanted.version)
      throw problem('version.stale', { current: { title: thread.title, isClosed: thread.closedAt !== null, version: thread.version } });
    const closedAt = wanted.isClosed ? (thread.closedAt ?? this.clock.now()) : null;
    const seq = thread.lastSeq + 1;
    const next = { title: wanted.title, closedAt, version: thread.version + 1 };
    await tx.update(Thread, { id }, { ...next, lastSeq: seq });
    tx.tell(threadRoom(id), threadChanged, { threadId: id, seq, ...next, closedAt: closedAt?.toISOString() ?? null });
    const headline = await tx.one(headlineOf, [id]);
    if (headline) tx.tell(communityRoom(thread.communityId), threadMoved, { communityId: thread.communityId, thread: headline.headline });
  }
}

const neededFor = (thread: ThreadStanding, wanted: Required<Wanted>): ThreadAbility[] => {
  const needed: ThreadAbility[] = wanted.title === thread.title ? [] : ['rename'];
  if (wanted.isClosed === (thread.closedAt !== null)) return needed;
  return [...needed, wanted.isClosed ? 'close' : 'reopen'];
};
