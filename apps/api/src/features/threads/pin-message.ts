import { Injectable } from '@nestjs/common';
import type { MessageId } from '@landbridge/contract';
import { mostPins } from '@landbridge/contract/threads';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ThreadAccess } from './thread.access.ts';
import { threadParts, type ThreadStanding } from './thread.facts.ts';
import { ThreadPin } from './thread-parts.entity.ts';
import { ThreadTelling } from './thread-telling.ts';
import { threadById } from './threads.queries.ts';

/** Keeps messages in sight of everybody in the thread. Again is harmless. */
@Injectable()
export class PinMessage {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly telling: ThreadTelling,
  ) {}

  pin(actor: Actor, id: MessageId) {
    return this.change(actor, id, async (tx, thread) => {
      const parts = await tx.one(threadParts, [thread.id]);
      if (parts?.pinned.some((pin) => pin.messageId === id)) return false;
      if (parts && parts.pinned.length >= mostPins) throw problem('thread.too-many-pins');
      const { message } = await this.access.message(tx, actor.personId, id);
      if (message.deletedAt) throw problem('message.deleted');
      if (message.hiddenAt) throw problem('message.hidden');
      return tx.insertOnce(ThreadPin, { threadId: thread.id, messageId: id, pinnedBy: actor.personId, pinnedAt: this.clock.now() });
    });
  }

  unpin(actor: Actor, id: MessageId) {
    return this.change(actor, id, async (tx, thread) => (await tx.delete(ThreadPin, { threadId: thread.id, messageId: id })) > 0);
  }

  private change(actor: Actor, id: MessageId, act: (tx: Tx, thread: ThreadStanding) => Promise<boolean>) {
    return this.unitOfWork.run(async (tx) => {
      const { thread: seen } = await this.access.message(tx, actor.personId, id);
      const thread = await this.access.forChange(tx, actor.personId, seen.id, 'pin');
      if (await act(tx, thread)) await this.telling.change(tx, thread);
      const changed = await tx.json(threadById, [thread.id, actor.personId]);
      if (!changed) throw problem('message.not-found');
      return changed;
    });
  }
}
