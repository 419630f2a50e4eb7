import { Controller } from '@nestjs/common';
import type { InputOf, ThreadId } from '@landbridge/contract';
import {
  changeParticipants,
  changeThread,
  findThreads,
  followThread,
  getThread,
  getThreadChanges,
  getUnread,
  listMessages,
  listMyThreads,
  listThreads,
  markRead,
  openCrossUnitThread,
  openThread,
  postMessage,
  suggestPeople,
} from '@landbridge/contract/threads';
import { z } from 'zod';
import { cursorInstant, likeText, readCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Json } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess } from '../communities/index.ts';
import { Participants } from './change-participants.ts';
import { ChangeThread } from './change-thread.ts';
import { OpenThread } from './open-thread.ts';
import { PostMessage } from './post-message.ts';
import { ReadMarks } from './read-marks.ts';
import { RenderPending } from './render-pending.ts';
import { ThreadAccess } from './thread.access.ts';
import {
  messagesWindow,
  myThreads,
  readersByName,
  threadChanges,
  threadPage,
  threadsByTitle,
  threadsOfCommunity,
  unread,
} from './threads.queries.ts';

const place = z.tuple([cursorInstant, z.uuid()]);

@Controller()
export class ThreadsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly communities: CommunityAccess,
    private readonly openThread: OpenThread,
    private readonly postMessage: PostMessage,
    private readonly changeThread: ChangeThread,
    private readonly participants: Participants,
    private readonly readMarks: ReadMarks,
    private readonly pending: RenderPending,
  ) {}

  @Endpoint(listThreads)
  async list(actor: Actor, { params, query }: InputOf<typeof listThreads>) {
    await this.communities.get(this.database, actor.personId, params.communityId, 'read');
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    return found(await this.database.json(threadsOfCommunity, [params.communityId, actor.personId, at, id, query.limit]));
  }

  @Endpoint(listMyThreads)
  async listMine(actor: Actor, { query }: InputOf<typeof listMyThreads>) {
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    return found(await this.database.json(myThreads[query.show], [actor.personId, at, id, query.limit]));
  }

  @Endpoint(getUnread)
  async getUnread(actor: Actor) {
    return found(await this.database.json(unread, [actor.personId]));
  }

  @Endpoint(findThreads)
  async find(actor: Actor, { query }: InputOf<typeof findThreads>) {
    return found(await this.database.json(threadsByTitle, [actor.personId, likeText(query.q), query.limit]));
  }

  @Endpoint(openThread)
  async open(actor: Actor, { params, body }: InputOf<typeof openThread>) {
    return this.page(actor, await this.openThread.inCommunity(actor, params.communityId, body));
  }

  @Endpoint(openCrossUnitThread)
  async openAcrossUnits(actor: Actor, { body }: InputOf<typeof openCrossUnitThread>) {
    return this.page(actor, await this.openThread.acrossUnits(actor, body));
  }

  @Endpoint(changeParticipants)
  changeParticipants(actor: Actor, { params, body }: InputOf<typeof changeParticipants>) {
    return this.participants.change(actor, params.threadId, body);
  }

  @Endpoint(getThread)
  async get(actor: Actor, { params, query }: InputOf<typeof getThread>) {
    const isPlace = query.at === 'unread' || query.at === 'newest';
    const values = [params.threadId, actor.personId, isPlace ? query.at : null, isPlace ? null : query.at, query.limit];
    return found(await this.pending.read(() => this.database.json(threadPage, values)));
  }

  @Endpoint(listMessages)
  async messages(actor: Actor, { params, query }: InputOf<typeof listMessages>) {
    const values = [params.threadId, actor.personId, query.before ?? null, query.after ?? null, query.limit];
    return found(await this.pending.read(() => this.database.json(messagesWindow, values)));
  }

  @Endpoint(getThreadChanges)
  async changes(actor: Actor, { params, query }: InputOf<typeof getThreadChanges>) {
    const values = [params.threadId, actor.personId, query.after, query.limit];
    return found(await this.pending.read(() => this.database.json(threadChanges, values)));
  }

  @Endpoint(changeThread)
  change(actor: Actor, { params, body }: InputOf<typeof changeThread>) {
    return this.changeThread.run(actor, params.threadId, body);
  }

  @Endpoint(postMessage)
  post(actor: Actor, { params, body }: InputOf<typeof postMessage>) {
    return this.postMessage.run(actor, params.threadId, body);
  }

  @Endpoint(markRead)
  markRead(actor: Actor, { params, body }: InputOf<typeof markRead>) {
    return this.unitOfWork.run(async (tx) => {
      const { id } = await this.access.get(tx, actor.personId, params.threadId, 'read');
      if (body.kind === 'read') return this.readMarks.readTo(tx, id, actor.personId, body.position);
      return this.readMarks.unreadFrom(tx, id, actor.personId, body.position);
    });
  }

  @Endpoint(followThread)
  follow(actor: Actor, { params, body }: InputOf<typeof followThread>) {
    return this.unitOfWork.run(async (tx) => {
      const { id } = await this.access.get(tx, actor.personId, params.threadId, 'read');
      return this.readMarks.follow(tx, id, actor.personId, body.follows);
    });
  }

  @Endpoint(suggestPeople)
  async suggest(actor: Actor, { params, query }: InputOf<typeof suggestPeople>) {
    await this.access.get(this.database, actor.personId, params.threadId, 'read');
    return found(await this.database.json(readersByName, [params.threadId, likeText(query.q), query.limit]));
  }

  private async page(actor: Actor, id: ThreadId) {
    return found(await this.database.json(threadPage, [id, actor.personId, 'newest', null, 50]));
  }
}

/** No row means: missing, or not open to the reader. */
const found = <T>(answer: Json<T> | null): Json<T> => {
  if (!answer) throw problem('thread.not-found');
  return answer;
};
