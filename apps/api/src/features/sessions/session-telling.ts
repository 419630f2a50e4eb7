import { Injectable } from '@nestjs/common';
import type { PersonId, SessionId } from '@landbridge/contract';
import { ownPartChanged, sessionChanged } from '@landbridge/contract/sessions';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import { communityRoom } from '../communities/index.ts';
import { ownPart, sessionTelling } from './session.facts.ts';
import { Session } from './session.entity.ts';

/** Writes the next state of a locked session and tells of it. */
@Injectable()
export class SessionTelling {
  async change(tx: Tx, { id, seq }: { id: SessionId; seq: number }, change: QueryDeepPartialEntity<Session> = {}): Promise<void> {
    await tx.update(Session, { id }, { ...change, seq: seq + 1 });
    await this.tell(tx, id);
  }

  async tell(tx: Tx, id: SessionId): Promise<void> {
    const telling = await tx.one(sessionTelling, [id]);
    if (telling) tx.tell(communityRoom(telling.session.community.id), sessionChanged, telling, { about: id });
  }

  /** Tells somebody's own browsers what is known of them, after it was written. */
  async tellOwnPart(tx: Tx, { id, seq }: { id: SessionId; seq: number }, personId: PersonId): Promise<void> {
    const own = await tx.one(ownPart, [id, personId]);
    const known = own ?? { isComing: null, tookPart: false };
    tx.tell(personRoom(personId), ownPartChanged, { sessionId: id, seq: seq + 1, ...known }, { about: id });
  }
}
