import { Injectable } from '@nestjs/common';
import type { MessageId } from '@landbridge/contract';
import { messageHidden, type HiddenWords, type MessageView } from '@landbridge/contract/threads';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Json } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { MessageChanges } from './message-changes.ts';
import { MessageMention } from './message-parts.entity.ts';
import { Message } from './message.entity.ts';
import { MessageHiding, WholeText } from './moderation.entity.ts';
import { purgeOutbox } from './purge-outbox.ts';
import { RefreshQuotes } from './refresh-quotes.ts';
import { rendererVersion } from './render-markdown.ts';
import { Reports } from './reports.ts';
import { ShownTexts } from './shown-texts.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { namesOf, type ThreadStanding } from './thread.facts.ts';
import { threadRoom } from './thread.rooms.ts';
import { ThreadTelling } from './thread-telling.ts';
import { tellingOfMessage } from './threads.queries.ts';

interface Hiding {
  readonly id: MessageId;
  readonly reason: string;
  readonly hiddenAt: Date;
}

/** Hiding takes the words from everybody as deleting does, and keeps them apart, so that it can be undone. */
@Injectable()
export class HideMessage {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly texts: ShownTexts,
    private readonly quotes: RefreshQuotes,
    private readonly reports: Reports,
    private readonly telling: ThreadTelling,
    private readonly changes: MessageChanges,
  ) {}

  /** Hiding what is hidden changes the reason. */
  hide(actor: Actor, id: MessageId, reason: string): Promise<Json<MessageView>> {
    return this.unitOfWork.run(async (tx) => {
      const { message, thread } = await this.access.messageForChange(tx, actor.personId, id, 'hide');
      if (message.hiddenReason === reason) return this.answer(tx, actor, id);
      const hiddenAt = message.hiddenAt ?? this.clock.now();
      if (message.hiddenAt) await tx.update(MessageHiding, { messageId: id, shownAt: IsNull() }, { reason });
      else {
        await tx.insertOnce(WholeText, { messageId: id, version: message.version, markdown: message.markdown });
        await tx.insert(MessageHiding, { messageId: id, hiddenAt, hiddenBy: actor.personId, reason });
      }
      await this.takeWords(tx, thread, { id, reason, hiddenAt });
      await this.reports.answer(tx, actor, message, thread);
      return this.answer(tx, actor, id);
    });
  }

  show(actor: Actor, id: MessageId): Promise<Json<MessageView>> {
    return this.unitOfWork.run(async (tx) => {
      const { message, thread } = await this.access.messageForChange(tx, actor.personId, id, 'show');
      if (message.hiddenAt) {
        const shown = { shownAt: this.clock.now(), shownBy: actor.personId };
        await tx.update(MessageHiding, { messageId: id, shownAt: IsNull() }, shown);
        await tx.update(Message, { id }, { hiddenAt: null, hiddenReason: null });
        await this.texts.refresh(tx, id, thread);
        await this.quotes.soon(tx, id);
      }
      return this.answer(tx, actor, id);
    });
  }

  async words(actor: Actor, id: MessageId): Promise<HiddenWords> {
    const { message } = await this.access.messageFor(this.database, actor.personId, id, 'readHidden');
    const { html, namedIds } = await this.texts.rendered(this.database, await this.texts.hiddenText(this.database, id, message.version));
    return { messageId: id, html, named: await this.database.rows(namesOf, [namedIds]), files: message.files };
  }

  private async takeWords(tx: Tx, thread: ThreadStanding, { id, reason, hiddenAt }: Hiding): Promise<void> {
    const seq = thread.lastSeq + 1;
    const wordless = { markdown: '', html: '', renderer: rendererVersion, excerpt: '', namedIds: [] };
    await tx.update(Message, { id }, { ...wordless, hiddenAt, hiddenReason: reason, changedSeq: seq });
    await tx.update(Thread, { id: thread.id }, { lastSeq: seq });
    await tx.delete(MessageMention, { messageId: id });
    await purgeOutbox(tx, id);
    await this.quotes.soon(tx, id);
    const hidden = { since: hiddenAt.toISOString(), reason };
    tx.tell(threadRoom(thread.id), messageHidden, { threadId: thread.id, seq, messageId: id, hidden });
    if (thread.lastMessageId === id) await this.telling.lists(tx, thread);
    await this.changes.changed(tx, { threadId: thread.id, messageId: id, isDeleted: false });
  }

  private async answer(tx: Tx, actor: Actor, id: MessageId): Promise<Json<MessageView>> {
    const telling = await tx.one(tellingOfMessage, [id, actor.personId]);
    if (!telling) throw problem('message.not-found');
    return new Json(telling.answer);
  }
}
