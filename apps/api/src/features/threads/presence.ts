import { Injectable } from '@nestjs/common';
import type { CommunityId, PersonId, ThreadId } from '@landbridge/contract';
import { presenceChanged, startTyping, threadLost, typing, unwatchThread, watchThread } from '@landbridge/contract/threads';
import type { PersonSummary } from '@landbridge/contract/people';
import { Database } from '../../platform/database/database.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { LiveServer, type Connection } from '../../platform/realtime/live-server.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import { Membership } from '../communities/index.ts';
import { ChangeOwnAccount } from '../identity/index.ts';
import { ThreadAccess } from './thread.access.ts';
import { threadRoom } from './thread.rooms.ts';
import { threadsOfCommunityAlone, visiblePerson } from './threads.queries.ts';

const namedAtMost = 20;
/** Many may arrive at once: the list is told at most this often. */
const toldEveryMs = 500;

/** Who has a thread open, by connection. Lives in memory only; people who do not want to be seen are not in it. */
@Injectable()
export class Presence {
  private readonly present = new Map<ThreadId, Map<string, PersonSummary>>();
  private readonly waiting = new Set<ThreadId>();

  constructor(
    private readonly database: Database,
    private readonly live: LiveServer,
    private readonly access: ThreadAccess,
    membership: Membership,
    accounts: ChangeOwnAccount,
  ) {
    live.answer(watchThread, (connection, { threadId }) => this.watch(connection, threadId));
    live.answer(unwatchThread, async (connection, { threadId }) => {
      connection.leave(threadRoom(threadId));
      this.leave(connection.id, threadId);
      return {};
    });
    live.answer(startTyping, (connection, { threadId }) => this.startTyping(connection, threadId));
    accounts.onPreferencesChanged((personId, { showsPresence }) => {
      if (!showsPresence) this.hide(personId);
    });
    membership.onSightLost((tx, personId, communityId) => this.prepareClosing(tx, personId, communityId));
  }

  /** Those who are seen in the thread, each once. */
  here(threadId: ThreadId): { people: PersonSummary[]; count: number } {
    const people = [...new Map([...(this.present.get(threadId)?.values() ?? [])].map((person) => [person.id, person])).values()];
    return { people: people.slice(0, namedAtMost), count: people.length };
  }

  /** Somebody may no longer read the thread: they hear nothing of it any more, and are told so. */
  putOut(personId: PersonId, threadId: ThreadId): void {
    this.live.expel(personId, threadRoom(threadId));
    for (const [connectionId, person] of this.present.get(threadId) ?? []) if (person.id === personId) this.leave(connectionId, threadId);
    this.live.tell([personRoom(personId)], threadLost.name, { threadId });
  }

  private async watch(connection: Connection, threadId: ThreadId) {
    const { personId } = connection.actor;
    const room = threadRoom(threadId);
    await this.access.get(this.database, personId, threadId, 'read');
    connection.join(room);
    try {
      // Asked again after joining: nothing that happens from here on is missed, `lastSeq` tells of what came before,
      // and a right that was lost in between lets nobody stay.
      const { lastSeq } = await this.access.get(this.database, personId, threadId, 'read');
      const person = await this.database.one(visiblePerson, [personId]);
      // Whoever left or closed the browser meanwhile is not here.
      if (person?.showsPresence && connection.rooms.has(room)) this.enter(connection, threadId, person.summary);
      return { lastSeq, ...this.here(threadId) };
    } catch (error) {
      connection.leave(room);
      throw error;
    }
  }

  private async startTyping(connection: Connection, threadId: ThreadId) {
    if (!connection.rooms.has(threadRoom(threadId))) return {};
    const person = await this.database.one(visiblePerson, [connection.actor.personId]);
    if (person?.showsPresence) this.live.tell([threadRoom(threadId)], typing.name, { threadId, person: person.summary });
    return {};
  }

  private enter(connection: Connection, threadId: ThreadId, person: PersonSummary): void {
    const here = this.present.get(threadId) ?? new Map<string, PersonSummary>();
    if (!here.has(connection.id)) connection.onEnd(() => this.leave(connection.id, threadId));
    here.set(connection.id, person);
    this.present.set(threadId, here);
    this.tellSoon(threadId);
  }

  private leave(connectionId: string, threadId: ThreadId): void {
    const here = this.present.get(threadId);
    if (!here?.delete(connectionId)) return;
    if (here.size === 0) this.present.delete(threadId);
    this.tellSoon(threadId);
  }

  private tellSoon(threadId: ThreadId): void {
    if (this.waiting.has(threadId)) return;
    this.waiting.add(threadId);
    setTimeout(() => {
      this.waiting.delete(threadId);
      this.live.tell([threadRoom(threadId)], presenceChanged.name, { threadId, ...this.here(threadId) });
    }, toldEveryMs).unref();
  }

  /** At once; whoever shows themselves again is seen from the next thread they open. */
  private hide(personId: PersonId): void {
    for (const [threadId, here] of this.present)
      for (const [connectionId, person] of here) if (person.id === personId) this.leave(connectionId, threadId);
  }

  /** Whoever loses sight of a private community hears none of its threads any more, from the commit on. */
  private async prepareClosing(tx: Tx, personId: PersonId, communityId: CommunityId): Promise<() => void> {
    const threads = await tx.rows(threadsOfCommunityAlone, [communityId]);
    return () => {
      for (const { id } of threads) this.putOut(personId, id);
    };
  }
}
