import { Injectable } from '@nestjs/common';
import { communityId, type CommunityId, type InputOf } from '@landbridge/contract';
import type { createCommunity } from '@landbridge/contract/communities';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { communityByClientId } from './communities.queries.ts';
import { Community } from './community.entity.ts';
import { Membership } from './membership.ts';

type Wanted = InputOf<typeof createCommunity>['body'];

@Injectable()
export class CreateCommunity {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly membership: Membership,
  ) {}

  async run(actor: Actor, wanted: Wanted): Promise<CommunityId> {
    try {
      return await againWhen(['communities_client_id', 'communities_open_name'], () =>
        this.unitOfWork.run((tx) => this.create(tx, actor, wanted)),
      );
    } catch (error) {
      if (violates(error, 'communities_open_name')) throw problem('community.name-taken');
      throw error;
    }
  }

  private async create(tx: Tx, actor: Actor, { clientId, ...charter }: Wanted): Promise<CommunityId> {
    const before = await tx.one(communityByClientId, [actor.personId, clientId]);
    if (before && !isSame(before, charter)) throw problem('client-id.reused');
    if (before) return before.id;
    const id = communityId.parse(uuid());
    await tx.insert(Community, { id, ...charter, createdBy: actor.personId, clientId, createdAt: this.clock.now() });
    await this.membership.put(tx, { id, name: charter.name, visibility: charter.visibility }, actor.personId, 'convener');
    return id;
  }
}

const isSame = (before: Omit<Wanted, 'clientId'>, wanted: Omit<Wanted, 'clientId'>): boolean =>
  (['name', 'visibility', 'domain', 'people', 'practice'] as const).every((field) => before[field] === wanted[field]);
