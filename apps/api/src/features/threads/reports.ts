import { Injectable } from '@nestjs/common';
import type { InputOf, MessageId, PersonId } from '@landbridge/contract';
import { ownReportChanged, reportsChanged, type reportMessage } from '@landbridge/contract/threads';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { MessageReport } from './moderation.entity.ts';
import { moderatorsBut, reopenReports } from './reports.queries.ts';
import { ThreadAccess } from './thread.access.ts';
import type { ThreadStanding } from './thread.facts.ts';

interface Reported {
  readonly id: MessageId;
  readonly authorId: PersonId;
}

/**
 * Reports go to those who look after a conversation, never to the author, and never say who made them. They have no number in the thread:
 * nobody can tell from its events that something was reported.
 */
@Injectable()
export class Reports {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
  ) {}

  /** Each person once per message. @throws message.nobody-to-tell when nobody but the author looks after the conversation */
  report(actor: Actor, id: MessageId, { kind, note }: InputOf<typeof reportMessage>['body']): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { message, thread } = await this.access.messageForChange(tx, actor.personId, id, 'report');
      if ((await this.moderators(tx, message, thread)).length === 0) throw problem('message.nobody-to-tell');
      const made = { messageId: id, reporterId: actor.personId, kind, note, reportedAt: this.clock.now() };
      if (!(await tx.insertOnce(MessageReport, made))) return;
      this.tellOwn(tx, actor, message, thread, true);
      await this.tellModerators(tx, message, thread);
    });
  }

  withdraw(actor: Actor, id: MessageId): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { message, thread } = await this.access.lockedMessage(tx, actor.personId, id);
      if ((await tx.delete(MessageReport, { messageId: id, reporterId: actor.personId })) === 0) return;
      this.tellOwn(tx, actor, message, thread, false);
      await this.tellModerators(tx, message, thread);
    });
  }

  /** Leaves a message as it is, or takes that back. */
  leave(actor: Actor, id: MessageId, isLeft: boolean): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { message, thread } = await this.access.messageForChange(tx, actor.personId, id, 'answerReports');
      if (isLeft) return this.answer(tx, actor, message, thread);
      if ((await tx.rows(reopenReports, [id])).length > 0) await this.tellModerators(tx, message, thread);
    });
  }

  /** Nobody needs to look at the reports of a message any more. Its thread is locked. */
  async answer(tx: Tx, actor: Actor, message: Reported, thread: ThreadStanding): Promise<void> {
    const answered = { answeredAt: this.clock.now(), answeredBy: actor.personId };
    const count = await tx.update(MessageReport, { messageId: message.id, answeredAt: IsNull() }, answered);
    if (count > 0) await this.tellModerators(tx, message, thread);
  }

  /** The message is deleted, and with it what was said of it. */
  async forget(tx: Tx, message: Reported, thread: ThreadStanding): Promise<void> {
    const count = await tx.delete(MessageReport, { messageId: message.id });
    if (count > 0) await this.tellModerators(tx, message, thread);
  }

  private tellOwn(tx: Tx, actor: Actor, { id: messageId }: Reported, { id: threadId }: ThreadStanding, isReported: boolean): void {
    tx.tell(personRoom(actor.personId), ownReportChanged, { threadId, messageId, isReported });
  }

  private async tellModerators(tx: Tx, message: Reported, thread: ThreadStanding): Promise<void> {
    const rooms = (await this.moderators(tx, message, thread)).map(({ id }) => personRoom(id));
    if (rooms.length > 0) tx.tell(rooms, reportsChanged, { threadId: thread.id, communityId: thread.communityId });
  }

  private moderators(tx: Tx, { authorId }: Reported, { id }: ThreadStanding) {
    return tx.rows(moderatorsBut, [id, authorId]);
  }
}
