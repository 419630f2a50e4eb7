import { Injectable } from '@nestjs/common';
import { communityRequestId, type CommunityId } from '@landbridge/contract';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { joinAsked } from './communities.happenings.ts';
import { waitingRequest } from './communities.queries.ts';
import { CommunityRequest } from './community-request.entity.ts';
import { CommunityRequests } from './community-requests.ts';
import { CommunityAccess } from './community.access.ts';

/** Asks the leaders of a closed community to be let in, and takes it back. */
@Injectable()
export class AskToJoin {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CommunityAccess,
    private readonly requests: CommunityRequests,
  ) {}

  async run(actor: Actor, communityId: CommunityId, words: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { role } = await this.access.forChange(tx, actor.personId, communityId, 'see');
      // Sent again after it was granted: there is nothing left to ask.
      if (role !== null) return;
      await this.access.get(tx, actor.personId, communityId, 'ask');
      const waiting = await tx.one(waitingRequest, [communityId, actor.personId]);
      if (waiting?.words === words) return;
      const id = waiting?.id ?? communityRequestId.parse(uuid());
      if (waiting) await tx.update(CommunityRequest, { id }, { words });
      else await tx.insert(CommunityRequest, { id, communityId, personId: actor.personId, words, askedAt: this.clock.now() });
      tx.happened(joinAsked, { requestId: id });
      await this.requests.tell(tx, communityId, id);
    });
  }

  async withdraw(actor: Actor, communityId: CommunityId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.access.forChange(tx, actor.personId, communityId, 'see');
      const waiting = await tx.one(waitingRequest, [communityId, actor.personId]);
      const answer = { decision: 'withdrawn', decidedBy: actor.personId, reply: '' } as const;
      if (waiting) await this.requests.answer(tx, communityId, waiting, answer);
    });
  }
}
