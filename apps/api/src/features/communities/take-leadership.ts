import { Injectable } from '@nestjs/common';
import type { CommunityId } from '@landbridge/contract';
import type { LeadershipRole as Role } from '@landbridge/contract/communities';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess } from './community.access.ts';
import { LeadershipRole } from './leadership-role.entity.ts';
import { Membership } from './membership.ts';

/** Members volunteer for the seven leadership roles, and lay them down. */
@Injectable()
export class TakeLeadership {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CommunityAccess,
    private readonly membership: Membership,
  ) {}

  async run(actor: Actor, communityId: CommunityId, role: Role): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.access.forChange(tx, actor.personId, communityId, 'volunteer');
      const taken = { communityId, role, personId: actor.personId, takenAt: this.clock.now() };
      if (await tx.insertOnce(LeadershipRole, taken)) await this.membership.tellMembers(tx, communityId);
    });
  }

  async layDown(actor: Actor, communityId: CommunityId, role: Role): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.access.forChange(tx, actor.personId, communityId, 'read');
      if ((await tx.delete(LeadershipRole, { communityId, role, personId: actor.personId })) > 0)
        await this.membership.tellMembers(tx, communityId);
    });
  }
}
