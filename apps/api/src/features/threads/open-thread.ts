import { Injectable } from '@nestjs/common';
import { threadId, type ClientId, type CommunityId, type FileId, type InputOf, type ThreadId } from '@landbridge/contract';
import type { openCrossUnitThread, openThread } from '@landbridge/contract/threads';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess, Membership } from '../communities/index.ts';
import { Milestones } from '../people/index.ts';
import { Participants } from './change-participants.ts';
import { PostMessage } from './post-message.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { presentUnitOf, threadByClientId } from './thread.facts.ts';
import { WriteMessage } from './write-message.ts';

interface NewThread {
  readonly communityId: CommunityId | null;
  readonly clientId: ClientId;
  readonly title: string;
  readonly question?: string;
  readonly markdown: string;
  readonly fileIds: readonly FileId[];
}

/** A thread begins with its first message: there are no empty ones. */
@Injectable()
export class OpenThread {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly communities: CommunityAccess,
    private readonly membership: Membership,
    private readonly participants: Participants,
    private readonly postMessage: PostMessage,
    private readonly writeMessage: WriteMessage,
    private readonly milestones: Milestones,
  ) {}

  /** In an open community this joins it. */
  async inCommunity(actor: Actor, communityId: CommunityId, wanted: InputOf<typeof openThread>['body']): Promise<ThreadId> {
    await this.communities.get(this.database, actor.personId, communityId, 'openThread');
    return this.once(actor, { communityId, ...wanted }, async (tx, opened) => {
      const community = await this.communities.forChange(tx, actor.personId, communityId, 'openThread');
      if (community.role === null) await this.membership.put(tx, community, actor.personId, 'member');
      return this.open(tx, actor, opened);
    });
  }

  /** Whoever opens it convenes it. */
  async acrossUnits(actor: Actor, { unitIds, personIds, ...wanted }: InputOf<typeof openCrossUnitThread>['body']): Promise<ThreadId> {
    return this.once(actor, { communityId: null, ...wanted }, (tx, opened) =>
      this.open(tx, actor, opened, (id) => this.participants.put(tx, { threadId: id, byId: actor.personId }, { unitIds, personIds })),
    );
  }

  /** The same client id opens one thread, however often and whenever it comes. @throws client-id.reused when it opened another */
  private async once(actor: Actor, wanted: NewThread, open: (tx: Tx, wanted: NewThread) => Promise<ThreadId>): Promise<ThreadId> {
    const before = await this.before(actor, wanted);
    if (before) return before;
    try {
      return await this.unitOfWork.run((tx) => open(tx, wanted));
    } catch (error) {
      if (!violates(error, 'threads_client_id') && !violates(error, 'messages_client_id')) throw error;
      const opened = await this.before(actor, wanted);
      if (!opened) throw problem('client-id.reused');
      return opened;
    }
  }

  private async open(
    tx: Tx,
    actor: Actor,
    { communityId, clientId, title, question = '', markdown, fileIds }: NewThread,
    invite: (id: ThreadId) => Promise<void> = async () => undefined,
  ): Promise<ThreadId> {
    const id = threadId.parse(uuid());
    const now = this.clock.now();
    const unit = await tx.one(presentUnitOf, [actor.personId]);
    await tx.insert(Thread, {
      id,
      communityId,
      convenerId: communityId === null ? actor.personId : null,
      title,
      question,
      openedBy: actor.personId,
      openedByUnitId: unit?.unitId ?? null,
      clientId,
      openedAt: now,
      lastMessageAt: now,
    });
    await invite(id);
    if (communityId === null)
      await this.milestones.note(tx, {
        personId: actor.personId,
        kind: 'convened-cross-unit',
        sourceId: id,
        title,
        link: `/threads/${id}`,
      });
    // Only now: whom it may mention depends on who may read the thread.
    const written = await this.writeMessage.run(tx, actor.personId, id, markdown);
    const thread = await this.access.forChange(tx, actor.personId, id, 'post');
    await this.postMessage.append(tx, thread, { clientId, authorId: actor.personId, written, replyToId: null, fileIds });
    return id;
  }

  private async before(actor: Actor, { communityId, clientId, title }: NewThread): Promise<ThreadId | null> {
    const opened = await this.database.one(threadByClientId, [actor.personId, clientId]);
    if (opened && (opened.communityId !== communityId || opened.title !== title)) throw problem('client-id.reused');
    return opened?.id ?? null;
  }
}
