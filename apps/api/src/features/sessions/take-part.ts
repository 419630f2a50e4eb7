import { Injectable } from '@nestjs/common';
import type { PersonId, SessionId } from '@landbridge/contract';
import { hasBegun, isOver } from '@landbridge/domain/sessions';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { SessionTelling } from './session-telling.ts';
import { SessionAccess } from './session.access.ts';
import { memberOnDay, ownPart, type SessionStanding } from './session.facts.ts';
import { SessionPerson } from './session-person.entity.ts';

type Part = Partial<Pick<SessionPerson, 'isComing' | 'tookPart' | 'unitId' | 'recordedAt'>>;

/** Who comes, said by themselves before the end; who took part, written down by leaders from the beginning on. */
@Injectable()
export class TakePart {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly telling: SessionTelling,
  ) {}

  answer(actor: Actor, id: SessionId, isComing: boolean | null): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.access.forChange(tx, actor.personId, id, 'answer');
      const before = await tx.one(ownPart, [id, actor.personId]);
      if ((before?.isComing ?? null) === isComing) return;
      if (session.isCancelled) throw problem('session.cancelled');
      if (isOver(session, this.clock.now())) throw problem('session.over');
      await this.write(tx, session, actor.personId, { isComing });
    });
  }

  record(actor: Actor, id: SessionId, personId: PersonId): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.access.forChange(tx, actor.personId, id, 'record');
      const before = await tx.one(ownPart, [id, personId]);
      if (before?.tookPart) return;
      if (session.isCancelled) throw problem('session.cancelled');
      if (!hasBegun(session, this.clock.now())) throw problem('session.not-begun');
      const member = await tx.one(memberOnDay, [session.communityId, personId, session.at]);
      if (!member) throw problem('person.not-found');
      await this.write(tx, session, personId, { tookPart: true, unitId: member.unitId, recordedAt: this.clock.now() });
    });
  }

  erase(actor: Actor, id: SessionId, personId: PersonId): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.access.forChange(tx, actor.personId, id, 'record');
      const before = await tx.one(ownPart, [id, personId]);
      if (!before?.tookPart) return;
      await this.write(tx, session, personId, { tookPart: false, unitId: null, recordedAt: null });
    });
  }

  private async write(tx: Tx, session: SessionStanding, personId: PersonId, part: Part): Promise<void> {
    const key = { sessionId: session.id, personId };
    const isNew = await tx.insertOnce(SessionPerson, { ...key, ...part });
    if (!isNew) await tx.update(SessionPerson, key, part);
    await this.telling.tellOwnPart(tx, session, personId);
    await this.telling.change(tx, session);
  }
}
