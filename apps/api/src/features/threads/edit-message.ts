import { Injectable } from '@nestjs/common';
import type { InputOf, MessageId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { messageEdited, threadMoved, type editMessage, type MessageView } from '@landbridge/contract/threads';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Json } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { MessageChanges } from './message-changes.ts';
import { excerptWith, MessageFiles } from './message-files.ts';
import { MessageMention, MessageQuote, MessageVersion } from './message-parts.entity.ts';
import { Message } from './message.entity.ts';
import { ReadMarks } from './read-marks.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { listRooms, threadRoom } from './thread.rooms.ts';
import { messageAddressed } from './threads.happenings.ts';
import { mentionedIn, type ThreadStanding } from './thread.facts.ts';
import { tellingOfMessage } from './threads.queries.ts';
import { WriteMessage, type Written } from './write-message.ts';

/** The former text goes to the history. Whoever edited an older version is told what is stored, and keeps theirs. */
@Injectable()
export class EditMessage {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly readMarks: ReadMarks,
    private readonly writeMessage: WriteMessage,
    private readonly changes: MessageChanges,
    private readonly files: MessageFiles,
  ) {}

  run(actor: Actor, id: MessageId, wanted: InputOf<typeof editMessage>['body']): Promise<Json<MessageView>> {
    return this.unitOfWork.run(async (tx) => {
      const { message, thread } = await this.access.messageForChange(tx, actor.personId, id, 'edit');
      // The same edit sent again finds itself done.
      const present = message.files.map((file) => file.id);
      const fileIds = wanted.fileIds ?? present;
      const hasFilesAlready = present.join() === fileIds.join();
      if (message.markdown === wanted.markdown && hasFilesAlready) return this.answer(tx, actor, id);
      if (message.version !== wanted.version)
        throw problem('version.stale', { current: { messageId: id, version: message.version, markdown: message.markdown } });
      if (wanted.markdown.trim() === '' && fileIds.length === 0) throw problem('message.nothing-left');
      const written = await this.writeMessage.run(tx, actor.personId, thread.id, wanted.markdown, message.markdown);
      const { version, markdown, html, writtenAt } = message;
      await tx.insert(MessageVersion, { messageId: id, version, markdown, html, writtenAt });
      const before = new Set((await tx.rows(mentionedIn, [id])).map((person) => person.id));
      const files = hasFilesAlready ? message.files : await this.files.put(tx, message, fileIds);
      await this.store(tx, { id, version: version + 1, editedAt: this.clock.now(), files }, thread, written);
      const newlyMentioned = written.mentionIds.filter((personId) => !before.has(personId));
      await this.readMarks.mentioned(tx, thread.id, newlyMentioned);
      if (newlyMentioned.length > 0) tx.happened(messageAddressed, { messageId: id });
      return this.answer(tx, actor, id);
    });
  }

  /** Writes a text over a message of a locked thread and tells of it. */
  async store(
    tx: Tx,
    message: { id: MessageId; version: number; editedAt: Date | null; files: FileView[] },
    thread: ThreadStanding,
    written: Written,
  ): Promise<void> {
    const { id, version, editedAt, files } = message;
    const { markdown, html, renderer, namedIds, mentionIds, sourceIds } = written;
    const excerpt = excerptWith(written.excerpt, files);
    const seq = thread.lastSeq + 1;
    await tx.update(Message, { id }, { version, editedAt, markdown, html, renderer, excerpt, namedIds, files, changedSeq: seq });
    await tx.update(Thread, { id: thread.id }, { lastSeq: seq });
    await tx.delete(MessageMention, { messageId: id });
    if (mentionIds.length > 0)
      await tx.insert(
        MessageMention,
        mentionIds.map((personId) => ({ messageId: id, personId })),
      );
    // What a former text quoted stays noted: its words must go too when their source is deleted.
    for (const sourceId of sourceIds) await tx.insertOnce(MessageQuote, { messageId: id, sourceId });
    await this.tell(tx, id, thread, seq);
    await this.changes.changed(tx, { threadId: thread.id, messageId: id, isDeleted: false });
  }

  private async tell(tx: Tx, id: MessageId, thread: ThreadStanding, seq: number): Promise<void> {
    const telling = await tx.one(tellingOfMessage, [id, null]);
    if (!telling) return;
    const { version, editedAt, html, excerpt, named, files } = telling.message;
    tx.tell(
      threadRoom(thread.id),
      messageEdited,
      { threadId: thread.id, seq, messageId: id, version, editedAt, html, excerpt, named, files },
      { about: id },
    );
    if (thread.lastMessageId !== id) return;
    tx.tell(listRooms(thread), threadMoved, { communityId: thread.communityId, thread: telling.headline }, { about: id });
  }

  private async answer(tx: Tx, actor: Actor, id: MessageId): Promise<Json<MessageView>> {
    const telling = await tx.one(tellingOfMessage, [id, actor.personId]);
    if (!telling) throw problem('message.not-found');
    return new Json(telling.answer);
  }
}
