import { Injectable } from '@nestjs/common';
import { threadId, type CommunityId, type InputOf, type ThreadId } from '@landbridge/contract';
import type { openThread } from '@landbridge/contract/threads';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess, Membership } from '../communities/index.ts';
import { PostMessage } from './post-message.ts';
import { ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { presentUnitOf, threadByClientId } from './threads.queries.ts';
import { WriteMessage, type Written } from './write-message.ts';

type Wanted = InputOf<typeof openThread>['body'];

interface NewThread extends Pick<Wanted, 'clientId' | 'title'> {
  readonly communityId: CommunityId;
  readonly written: Written;
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
    private readonly postMessage: PostMessage,
    private readonly writeMessage: WriteMessage,
  ) {}

  async run(actor: Actor, communityId: CommunityId, wanted: Wanted): Promise<ThreadId> {
    await this.communities.get(this.database, actor.personId, communityId, 'openThread');
    const before = await this.before(actor, communityId, wanted);
    if (before) return before;
    const written = await this.writeMessage.run(this.database, actor.personId, communityId, wanted.markdown);
    try {
      return await this.unitOfWork.run((tx) => this.open(tx, actor, { communityId, ...wanted, written }));
    } catch (error) {
      if (!violates(error, 'threads_client_id') && !violates(error, 'messages_client_id')) throw error;
      const opened = await this.before(actor, communityId, wanted);
      if (!opened) throw problem('client-id.reused');
      return opened;
    }
  }

  private async open(tx: Tx, actor: Actor, { communityId, clientId, title, written }: NewThread): Promise<ThreadId> {
    const community = await this.communities.forChange(tx, actor.personId, communityId, 'openThread');
    if (community.role === null) await this.membership.put(tx, community, actor.personId, 'member');
    const id = threadId.parse(uuid());
    const now = this.clock.now();
    const unit = await tx.one(presentUnitOf, [actor.personId]);
    await tx.insert(Thread, {
      id,
      communityId,
      title,
      openedBy: actor.personId,
      openedByUnitId: unit?.unitId ?? null,
      clientId,
      openedAt: now,
      lastMessageAt: now,
    });
    const thread = await this.access.forChange(tx, actor.personId, id, 'post');
    await this.postMessage.append(tx, thread, { clientId, authorId: actor.personId, written, replyToId: null });
    return id;
  }

  /** @throws client-id.reused when that id opened another thread */
  private async before(actor: Actor, communityId: CommunityId, { clientId, title }: Wanted): Promise<ThreadId | null> {
    const opened = await this.database.one(threadByClientId, [actor.personId, clientId]);
    if (opened && (opened.communityId !== communityId || opened.title !== title)) throw problem('client-id.reused');
    return opened?.id ?? null;
  }
}
