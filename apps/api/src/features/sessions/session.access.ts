import { Injectable } from '@nestjs/common';
import type { PersonId, SessionId } from '@landbridge/contract';
import type { SessionAbility } from '@landbridge/contract/sessions';
import { sessionAbilities } from '@landbridge/domain/sessions';
import type { Reader } from '../../platform/database/reader.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { sessionLock, sessionStanding, type SessionStanding } from './session.facts.ts';

/** The only way to a session: by asking for a right to it. Missing and unreadable are the same. */
@Injectable()
export class SessionAccess {
  /** @throws session.not-found, session.not-allowed, session.members-only, community.ended */
  async get(reader: Reader, actorId: PersonId, id: SessionId, ability: SessionAbility): Promise<SessionStanding> {
    const session = await reader.one(sessionStanding, [id, actorId]);
    const can = session && sessionAbilities(session);
    if (!session || !can?.read) throw problem('session.not-found');
    if (!can[ability] && session.isEnded && sessionAbilities({ ...session, isEnded: false })[ability]) throw problem('community.ended');
    if (!can[ability]) throw problem(ability === 'answer' || ability === 'seePeople' ? 'session.members-only' : 'session.not-allowed');
    return session;
  }

  /** As `get`, and nobody else changes the session or its community until the transaction ends: the right still holds at commit. */
  async forChange(tx: Tx, actorId: PersonId, id: SessionId, ability: SessionAbility): Promise<SessionStanding> {
    await tx.one(sessionLock, [id]);
    return this.get(tx, actorId, id, ability);
  }
}
