import { Injectable } from '@nestjs/common';
import { sessionId, type CommunityId, type InputOf, type SessionId } from '@landbridge/contract';
import type { planSession } from '@landbridge/contract/sessions';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess } from '../communities/index.ts';
import { SessionTelling } from './session-telling.ts';
import { Session } from './session.entity.ts';
import { sessionByClientId } from './session.facts.ts';
import { sessionMoved } from './sessions.happenings.ts';

type Wanted = InputOf<typeof planSession>['body'];

/** Leaders plan sessions; one that took place already may be planned afterwards, to write down who was there. */
@Injectable()
export class PlanSession {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly communities: CommunityAccess,
    private readonly telling: SessionTelling,
  ) {}

  run(actor: Actor, communityId: CommunityId, wanted: Wanted): Promise<SessionId> {
    return againWhen(['sessions_client_id'], () => this.unitOfWork.run((tx) => this.plan(tx, actor, communityId, wanted)));
  }

  private async plan(tx: Tx, actor: Actor, communityId: CommunityId, wanted: Wanted): Promise<SessionId> {
    await this.communities.forChange(tx, actor.personId, communityId, 'edit');
    const before = await tx.one(sessionByClientId, [actor.personId, wanted.clientId]);
    const at = new Date(wanted.at);
    const isSame = before?.communityId === communityId && before.title === wanted.title && before.at === at.toISOString();
    if (before && !isSame) throw problem('client-id.reused');
    if (before) return before.id;
    const id = sessionId.parse(uuid());
    await tx.insert(Session, { id, communityId, ...wanted, at, createdBy: actor.personId, createdAt: this.clock.now() });
    await this.telling.tell(tx, id);
    tx.happened(sessionMoved, { sessionId: id, byId: actor.personId, what: 'planned' });
    return id;
  }
}
