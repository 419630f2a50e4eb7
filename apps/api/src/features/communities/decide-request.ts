import { Injectable } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import type { CommunityRequestView, decideRequest } from '@landbridge/contract/communities';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { activePerson } from '../people/index.ts';
import { requestOf } from './communities.queries.ts';
import { CommunityRequests } from './community-requests.ts';
import { CommunityAccess } from './community.access.ts';
import { Membership } from './membership.ts';

type Decision = Omit<InputOf<typeof decideRequest>, 'query'>;

/** A leader lets somebody in who asked, or declines with a word. */
@Injectable()
export class DecideRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CommunityAccess,
    private readonly membership: Membership,
    private readonly requests: CommunityRequests,
  ) {}

  run(actor: Actor, { params, body }: Decision): Promise<CommunityRequestView> {
    const { communityId, requestId } = params;
    return this.unitOfWork.run(async (tx) => {
      const community = await this.access.forChange(tx, actor.personId, communityId, 'decide');
      const request = await tx.one(requestOf, [communityId, requestId]);
      if (!request) throw problem('community.not-found');
      if (request.decision === body.decision && request.reply === body.reply) return request;
      if (request.decision !== null) throw problem('community.request-decided');
      await this.requests.answer(tx, communityId, request, { ...body, decidedBy: actor.personId });
      if (body.decision === 'approved') {
        if (!(await tx.one(activePerson, [request.person.id]))) throw problem('person.not-found');
        await this.membership.put(tx, community, request.person.id, 'member');
      }
      return { ...request, ...body };
    });
  }
}
