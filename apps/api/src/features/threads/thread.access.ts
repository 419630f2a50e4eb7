import { Injectable } from '@nestjs/common';
import type { MessageId, PersonId, ThreadId } from '@landbridge/contract';
import type { ThreadAbility } from '@landbridge/contract/threads';
import { messageAbilities, threadAbilities, type MessageAbility, type ThreadStanding as Standing } from '@landbridge/domain/threads';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/reader.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { lockedThreadFacts, messageFacts, threadFacts, type ThreadStanding } from './thread.facts.ts';

type MessageStanding = z.output<(typeof messageFacts)['row']>;

/** The only way to a thread or a message: by asking for a right to it. Missing and unreadable are the same. */
@Injectable()
export class ThreadAccess {
  /** @throws thread.not-found, thread.closed, thread.not-allowed */
  async get(reader: Reader, actorId: PersonId, id: ThreadId, ability: ThreadAbility): Promise<ThreadStanding> {
    return granted(await reader.one(threadFacts, [id, actorId]), actorId, ability);
  }

  /** As `get`, and nobody else writes in the thread until the transaction ends: its numbers have no holes and the right still holds at commit. */
  async forChange(tx: Tx, actorId: PersonId, id: ThreadId, ability: ThreadAbility): Promise<ThreadStanding> {
    return granted(await lockedThreadFacts(tx, id, actorId), actorId, ability);
  }

  /** A message the actor may read. @throws message.not-found */
  async message(reader: Reader, actorId: PersonId, id: MessageId): Promise<{ message: MessageStanding; thread: ThreadStanding }> {
    const message = await reader.one(messageFacts, [id]);
    const thread = message && (await reader.one(threadFacts, [message.threadId, actorId]));
    if (!message || !thread || !abilitiesIn(thread, actorId).read) throw problem('message.not-found');
    return { message, thread };
  }

  /** A message the actor may read. Its thread is locked first, then the message is read: what is decided here still holds at commit. */
  async lockedMessage(tx: Tx, actorId: PersonId, id: MessageId): Promise<{ message: MessageStanding; thread: ThreadStanding }> {
    const { message: seen } = await this.message(tx, actorId, id);
    const thread = await lockedThreadFacts(tx, seen.threadId, actorId);
    const message = await tx.one(messageFacts, [id]);
    if (!thread || !message || !abilitiesIn(thread, actorId).read) throw problem('message.not-found');
    return { message, thread };
  }

  /** As `message`, with a right to it. @throws message.not-found, thread.not-allowed, message.deleted, message.hidden */
  async messageFor(reader: Reader, actorId: PersonId, id: MessageId, ability: MessageAbility) {
    const { message, thread } = await this.message(reader, actorId, id);
    refuseUnlessAble(actorId, thread, message, ability);
    return { message, thread };
  }

  /** As `lockedMessage`, with a right to it. @throws message.not-allowed, message.deleted, message.hidden, thread.closed */
  async messageForChange(tx: Tx, actorId: PersonId, id: MessageId, ability: MessageAbility) {
    const { message, thread } = await this.lockedMessage(tx, actorId, id);
    refuseUnlessAble(actorId, thread, message, ability);
    return { message, thread };
  }
}

const abilitiesIn = (thread: ThreadStanding, actorId: PersonId) => threadAbilities(standingOf(thread, actorId));

const standingOf = (thread: ThreadStanding, actorId: PersonId): Standing => {
  const isClosed = thread.closedAt !== null;
  if (thread.visibility === null)
    return { place: 'units', isConvener: thread.convenerId === actorId, isInvited: thread.isInvited, isClosed };
  const { visibility, role, isEnded, issueId, openedBy } = thread;
  return { place: 'community', visibility, role, isEnded, isOpener: openedBy === actorId, isOfIssue: issueId !== null, isClosed };
};

const granted = (thread: ThreadStanding | null, actorId: PersonId, ability: ThreadAbility): ThreadStanding => {
  const can = thread && abilitiesIn(thread, actorId);
  if (!thread || !can?.read) throw problem('thread.not-found');
  if (can[ability]) return thread;
  if (thread.isEnded) throw problem('community.ended');
  throw problem(ability === 'post' && thread.closedAt ? 'thread.closed' : 'thread.not-allowed');
};

const refuseUnlessAble = (actorId: PersonId, thread: ThreadStanding, message: MessageStanding, ability: MessageAbility): void => {
  const can = abilitiesIn(thread, actorId);
  const hidden = hiddenOf(message);
  const facts = { author: { id: message.authorId }, deletedAt: message.deletedAt?.toISOString() ?? null, hidden };
  if (messageAbilities(actorId, can, facts)[ability]) return;
  const isMine = message.authorId === actorId;
  const isForModerators = ability === 'hide' || ability === 'show' || ability === 'answerReports' || ability === 'readHidden';
  if (isForModerators && (!can.moderate || isMine) && !(ability === 'readHidden' && isMine)) throw problem('thread.not-allowed');
  if (thread.isEnded && !isForModerators && ability !== 'report') throw problem('community.ended');
  if ((ability === 'edit' || ability === 'delete') && !isMine) throw problem('message.not-allowed');
  if (message.deletedAt) throw problem('message.deleted');
  if (ability === 'readHidden') throw problem('message.not-hidden');
  if (hidden) throw problem('message.hidden');
  throw problem(ability === 'report' ? 'message.own' : 'thread.closed');
};

const hiddenOf = ({ hiddenAt, hiddenReason }: MessageStanding) =>
  hiddenAt && hiddenReason !== null ? { since: hiddenAt.toISOString(), reason: hiddenReason } : null;
