import { Injectable } from '@nestjs/common';
import type { MessageId } from '@landbridge/contract';
import { messageReacted, type MessageView } from '@landbridge/contract/threads';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Json } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Reaction } from './message-parts.entity.ts';
import { Message } from './message.entity.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { threadRoom } from './thread.rooms.ts';
import { tellingOfMessage } from './threads.queries.ts';

const mostEmoji = 40;

/** Reactions of a message: each person once per emoji. */
@Injectable()
export class React {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
  ) {}

  add(actor: Actor, id: MessageId, emoji: string): Promise<Json<MessageView>> {
    return this.change(actor, id, emoji, (tx) =>
      tx.insertOnce(Reaction, { messageId: id, personId: actor.personId, emoji, reactedAt: this.clock.now() }),
    );
  }

  takeBack(actor: Actor, id: MessageId, emoji: string): Promise<Json<MessageView>> {
    return this.change(actor, id, emoji, async (tx) => -(await tx.delete(Reaction, { messageId: id, personId: actor.personId, emoji })));
  }

  private change(actor: Actor, id: MessageId, emoji: string, act: (tx: Tx) => Promise<boolean | number>): Promise<Json<MessageView>> {
    return this.unitOfWork.run(async (tx) => {
      const { message, thread } = await this.access.messageForChange(tx, actor.personId, id, 'react');
      const step = Number(await act(tx));
      if (step !== 0) {
        const reactions = counted(message.reactions, emoji, step);
        const seq = thread.lastSeq + 1;
        await tx.update(Message, { id }, { reactions, changedSeq: seq });
        await tx.update(Thread, { id: thread.id }, { lastSeq: seq });
        const count = reactions.find((reaction) => reaction.emoji === emoji)?.count ?? 0;
        const told = { threadId: thread.id, seq, messageId: id, emoji, personId: actor.personId, isAdded: step > 0, count };
        tx.tell(threadRoom(thread.id), messageReacted, told, { about: id });
      }
      const telling = await tx.one(tellingOfMessage, [id, actor.personId]);
      if (!telling) throw problem('message.not-found');
      return new Json(telling.answer);
    });
  }
}

/** The counts after one more or one less, in the order of first use. */
const counted = (
  reactions: readonly { emoji: string; count: number }[],
  emoji: string,
  step: number,
): { emoji: string; count: number }[] => {
  if (!reactions.some((reaction) => reaction.emoji === emoji)) {
    if (reactions.length >= mostEmoji)
      throw problem('request.invalid', { errors: [{ field: 'emoji', message: 'this message has forty different reactions already' }] });
    return [...reactions, { emoji, count: step }];
  }
  return reactions
    .map((reaction) => (reaction.emoji === emoji ? { emoji, count: reaction.count + step } : reaction))
    .filter((reaction) => reaction.count > 0);
};
