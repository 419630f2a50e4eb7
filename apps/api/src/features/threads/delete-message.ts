import { Injectable } from '@nestjs/common';
import type { MessageId, PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { messageDeleted, type MessageView } from '@landbridge/contract/threads';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Json } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { MessageChanges } from './message-changes.ts';
import { MessageFiles } from './message-files.ts';
import { MessageMention, MessageQuote, MessageVersion, Reaction } from './message-parts.entity.ts';
import { Message } from './message.entity.ts';
import { MessageHiding, WholeText } from './moderation.entity.ts';
import { purgeOutbox } from './purge-outbox.ts';
import { RefreshQuotes } from './refresh-quotes.ts';
import { Reports } from './reports.ts';
import { ThreadPin } from './thread-parts.entity.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import type { ThreadStanding } from './thread.facts.ts';
import { threadRoom } from './thread.rooms.ts';
import { ThreadTelling } from './thread-telling.ts';
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
    private readonly quotes: RefreshQuotes,
    private readonly reports: Reports,
    private readonly telling: ThreadTelling,
  ) {}

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
    const nothing = { markdown: '', html: '', excerpt: '', namedIds: [], reactions: [], files: [], hiddenAt: null, hiddenReason: null };
    await tx.update(Message, { id }, { ...nothing, version, changedSeq: seq, deletedAt });
    await tx.update(Thread, { id: thread.id }, { lastSeq: seq });
    for (const entity of [MessageVersion, WholeText, MessageHiding]) await tx.delete(entity, { messageId: id });
    await this.reports.forget(tx, message, thread);
    await tx.delete(MessageMention, { messageId: id });
    await tx.delete(MessageQuote, { messageId: id });
    await tx.delete(Reaction, { messageId: id });
    await tx.delete(ThreadPin, { messageId: id });
    await this.files.put(tx, message, []);
    await purgeOutbox(tx, id);
    await this.quotes.soon(tx, id);
    tx.tell(threadRoom(thread.id), messageDeleted, {
      threadId: thread.id,
      seq,
      messageId: id,
      version,
      deletedAt: deletedAt.toISOString(),
    });
    if (thread.lastMessageId === id) await this.telling.lists(tx, thread);
    await this.changes.changed(tx, { threadId: thread.id, messageId: id, isDeleted: true });
  }
}
