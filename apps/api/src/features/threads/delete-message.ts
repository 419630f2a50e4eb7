import { Injectable } from '@nestjs/common';
import { messageId, type MessageId, type PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { messageDeleted, threadMoved, type MessageView } from '@landbridge/contract/threads';
import { In } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Json } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { OutboxRow } from '../../platform/outbox/outbox.entity.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { BlankQuotes } from './blank-quotes.ts';
import { MessageChanges } from './message-changes.ts';
import { MessageFiles } from './message-files.ts';
import { MessageMention, MessageQuote, MessageVersion, Reaction } from './message-parts.entity.ts';
import { Message } from './message.entity.ts';
import { ThreadPin } from './thread-parts.entity.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { listRooms, threadRoom } from './thread.rooms.ts';
import { repeatersOf, type ThreadStanding } from './thread.facts.ts';
import { tellingOfMessage } from './threads.queries.ts';

interface Purged {
  readonly id: MessageId;
  readonly authorId: PersonId;
  readonly version: number;
  readonly files: readonly FileView[];
}

/** Deleting purges text, files, history, reactions and waiting events at once, and quotes of it by a job. The place in the thread stays. */
@Injectable()
export class DeleteMessage {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly changes: MessageChanges,
    private readonly files: MessageFiles,
    blankQuotes: BlankQuotes,
    jobs: Jobs,
  ) {
    jobs.handle('threads.blank-quotes', z.object({ sourceId: messageId }), ({ sourceId }) => blankQuotes.run(sourceId));
  }

  run(actor: Actor, id: MessageId): Promise<Json<MessageView>> {
    return this.unitOfWork.run(async (tx) => {
      const { message } = await this.access.lockedMessage(tx, actor.personId, id);
      const isAgain = message.deletedAt !== null && message.authorId === actor.personId;
      if (!isAgain) await this.purge(tx, await this.access.messageForChange(tx, actor.personId, id, 'delete'));
      const telling = await tx.one(tellingOfMessage, [id, actor.personId]);
      if (!telling) throw problem('message.not-found');
      return new Json(telling.answer);
    });
  }

  private async purge(tx: Tx, { message, thread }: { message: Purged; thread: ThreadStanding }): Promise<void> {
    const { id } = message;
    const seq = thread.lastSeq + 1;
    const version = message.version + 1;
    const deletedAt = this.clock.now();
    const nothing = { markdown: '', html: '', excerpt: '', namedIds: [], reactions: [], files: [] };
    await tx.update(Message, { id }, { ...nothing, version, changedSeq: seq, deletedAt });
    await tx.update(Thread, { id: thread.id }, { lastSeq: seq });
    await tx.delete(MessageVersion, { messageId: id });
    await tx.delete(MessageMention, { messageId: id });
    await tx.delete(MessageQuote, { messageId: id });
    await tx.delete(Reaction, { messageId: id });
    await tx.delete(ThreadPin, { messageId: id });
    await this.files.put(tx, message, []);
    await this.purgeOutbox(tx, id);
    await tx.addJob('threads.blank-quotes', { sourceId: id }, { key: `blank ${id}` });
    tx.tell(threadRoom(thread.id), messageDeleted, {
      threadId: thread.id,
      seq,
      messageId: id,
      version,
      deletedAt: deletedAt.toISOString(),
    });
    await this.tellLists(tx, id, thread);
    await this.changes.changed(tx, { threadId: thread.id, messageId: id, isDeleted: true });
  }

  /** Events that wait hold its text; so do those of replies, by its first line, and of quotes. Browsers that miss them ask by number. */
  private async purgeOutbox(tx: Tx, id: MessageId): Promise<void> {
    const repeaters = await tx.rows(repeatersOf, [id]);
    await tx.delete(OutboxRow, { about: In([id, ...repeaters.map((message) => message.id)]) });
  }

  private async tellLists(tx: Tx, id: MessageId, thread: ThreadStanding): Promise<void> {
    if (thread.lastMessageId !== id) return;
    const telling = await tx.one(tellingOfMessage, [id, null]);
    if (!telling) return;
    tx.tell(listRooms(thread), threadMoved, { communityId: thread.communityId, thread: telling.headline });
  }
}
