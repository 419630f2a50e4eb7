import { Injectable } from '@nestjs/common';
import {
  messageId,
  type ClientId,
  type CommunityId,
  type FileId,
  type InputOf,
  type MessageId,
  type PersonId,
  type ThreadId,
} from '@landbridge/contract';
import { messagePosted, threadMoved, type MessageView, type postMessage } from '@landbridge/contract/threads';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { Json } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess, Membership } from '../communities/index.ts';
import { excerptWith, MessageFiles } from './message-files.ts';
import { MessageMention, MessageQuote } from './message-parts.entity.ts';
import { Message } from './message.entity.ts';
import { ReadMarks } from './read-marks.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { listRooms, threadRoom } from './thread.rooms.ts';
import { messageAddressed } from './threads.happenings.ts';
import { hearUnits, messageByClientId, messageFacts, type ThreadStanding } from './thread.facts.ts';
import { messageById, tellingOfMessage } from './threads.queries.ts';
import { WriteMessage, type Written } from './write-message.ts';

type Wanted = InputOf<typeof postMessage>['body'];

interface NewMessage {
  readonly clientId: ClientId;
  readonly authorId: PersonId;
  readonly written: Written;
  readonly replyToId: MessageId | null;
  readonly fileIds?: readonly FileId[];
}

/** Posting joins an open community, moves the author's read mark and follows the thread. The same client id posts once. */
@Injectable()
export class PostMessage {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly communities: CommunityAccess,
    private readonly membership: Membership,
    private readonly readMarks: ReadMarks,
    private readonly writeMessage: WriteMessage,
    private readonly files: MessageFiles,
  ) {}

  async run(actor: Actor, id: ThreadId, wanted: Wanted): Promise<Json<MessageView>> {
    const thread = await this.access.get(this.database, actor.personId, id, 'read');
    const before = await this.before(actor, id, wanted);
    if (before) return before;
    await this.access.get(this.database, actor.personId, id, 'post');
    const written = await this.writeMessage.run(this.database, actor.personId, id, wanted.markdown);
    if (thread.communityId && thread.role === null) await this.join(actor, thread.communityId);
    try {
      return await this.unitOfWork.run(async (tx) => {
        const locked = await this.access.forChange(tx, actor.personId, id, 'post');
        await this.refuseForeignReply(tx, id, wanted.replyToId);
        const { clientId, replyToId, fileIds } = wanted;
        return this.append(tx, locked, { clientId, authorId: actor.personId, written, replyToId, fileIds });
      });
    } catch (error) {
      if (!violates(error, 'messages_client_id')) throw error;
      // The same request ran at the same moment: its message is there now.
      const sent = await this.before(actor, id, wanted);
      if (!sent) throw error;
      return sent;
    }
  }

  /** Writes the next message of a locked thread and tells of it. */
  async append(
    tx: Tx,
    thread: ThreadStanding,
    { clientId, authorId, written, replyToId, fileIds = [] }: NewMessage,
  ): Promise<Json<MessageView>> {
    const id = messageId.parse(uuid());
    const { markdown, html, renderer, excerpt, namedIds, mentionIds, sourceIds } = written;
    const position = thread.lastPosition + 1;
    const seq = thread.lastSeq + 1;
    const now = this.clock.now();
    await tx.insert(Message, {
      id,
      threadId: thread.id,
      position,
      changedSeq: seq,
      authorId,
      authorUnitId: thread.unitId,
      clientId,
      markdown,
      html,
      renderer,
      excerpt,
      namedIds,
      replyToId,
      postedAt: now,
    });
    // After the message: the same request at the same moment fails on its client id, and not on files that are taken already.
    const files = await this.files.put(tx, { id, authorId, files: [] }, fileIds);
    if (files.length > 0) await tx.update(Message, { id }, { files, excerpt: excerptWith(excerpt, files) });
    await tx.update(Thread, { id: thread.id }, { lastSeq: seq, lastPosition: position, lastMessageAt: now, lastMessageId: id });
    if (mentionIds.length > 0)
      await tx.insert(
        MessageMention,
        mentionIds.map((personId) => ({ messageId: id, personId })),
      );
    if (sourceIds.length > 0)
      await tx.insert(
        MessageQuote,
        sourceIds.map((sourceId) => ({ messageId: id, sourceId })),
      );
    await this.readMarks.posted(tx, thread.id, { id: authorId, position }, mentionIds);
    if (mentionIds.length > 0 || replyToId || thread.issueId) tx.happened(messageAddressed, { messageId: id });
    const heard = thread.communityId ? [] : await tx.rows(hearUnits, [thread.id, authorId, now]);
    const telling = await tx.one(tellingOfMessage, [id, authorId]);
    if (!telling) throw problem('thread.not-found');
    tx.tell(
      threadRoom(thread.id),
      messagePosted,
      { threadId: thread.id, seq, message: telling.message, heardUnitIds: heard.map((unit) => unit.id) },
      { about: id },
    );
    tx.tell(listRooms(thread), threadMoved, { communityId: thread.communityId, thread: telling.headline }, { about: id });
    return new Json(telling.answer);
  }

  private async join(actor: Actor, communityId: CommunityId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const community = await this.communities.forChange(tx, actor.personId, communityId, 'read');
      if (community.role === null) await this.membership.put(tx, community, actor.personId, 'member');
    });
  }

  /** What an earlier request with this client id posted. @throws client-id.reused when that said something else */
  private async before(actor: Actor, id: ThreadId, wanted: Wanted): Promise<Json<MessageView> | null> {
    const sent = await this.database.one(messageByClientId, [actor.personId, wanted.clientId]);
    if (!sent) return null;
    const isSame =
      sent.threadId === id &&
      sent.replyToId === wanted.replyToId &&
      (sent.isGone || (sent.markdown === wanted.markdown && sent.fileIds.join() === wanted.fileIds.join()));
    if (!isSame) throw problem('client-id.reused');
    return this.database.json(messageById, [sent.id, actor.personId]);
  }

  private async refuseForeignReply(tx: Tx, id: ThreadId, replyToId: MessageId | null): Promise<void> {
    if (replyToId === null) return;
    const target = await tx.one(messageFacts, [replyToId]);
    if (target?.threadId !== id || target.deletedAt || target.hiddenAt) throw problem('message.not-found');
  }
}
