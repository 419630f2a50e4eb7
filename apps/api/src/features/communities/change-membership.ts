import { Injectable } from '@nestjs/common';
import type { CommunityId, PersonId } from '@landbridge/contract';
import { communitySeen, type MemberRole, type MemberView } from '@landbridge/contract/communities';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { activePerson } from '../people/index.ts';
import { roleChanged } from './communities.happenings.ts';
import { memberOf } from './communities.queries.ts';
import { CommunityMember } from './community-member.entity.ts';
import { CommunityAccess } from './community.access.ts';
import { Membership } from './membership.ts';

@Injectable()
export class ChangeMembership {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CommunityAccess,
    private readonly membership: Membership,
  ) {}

  async join(actor: Actor, id: CommunityId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const community = await this.access.forChange(tx, actor.personId, id, 'read');
      if (community.isEnded && community.role === null) throw problem('community.ended');
      if (community.role === null) await this.membership.put(tx, community, actor.personId, 'member');
    });
  }

  async leave(actor: Actor, id: CommunityId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const community = await this.access.forChange(tx, actor.personId, id, 'read');
      await this.membership.end(tx, community, actor.personId);
    });
  }

  async appoint(actor: Actor, id: CommunityId, personId: PersonId, role: MemberRole): Promise<MemberView> {
    return this.unitOfWork.run(async (tx) => {
      const community = await this.access.forChange(tx, actor.personId, id, 'appoint');
      if (!(await tx.one(activePerson, [personId]))) throw problem('person.not-found');
      const before = await tx.one(memberOf, [id, personId]);
      if (before?.role !== role) {
        await this.membership.put(tx, community, personId, role);
        tx.happened(roleChanged, { communityId: id, personId, byId: actor.personId, before: before?.role ?? null, role });
      }
      const member = await tx.one(memberOf, [id, personId]);
      if (!member) throw problem('person.not-found');
      return member;
    });
  }

  async remove(actor: Actor, id: CommunityId, personId: PersonId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const community = await this.access.forChange(tx, actor.personId, id, 'appoint');
      const before = (await tx.one(memberOf, [id, personId]))?.role ?? null;
      if (await this.membership.end(tx, community, personId))
        tx.happened(roleChanged, { communityId: id, personId, byId: actor.personId, before, role: null });
    });
  }

  async see(actor: Actor, id: CommunityId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.access.get(tx, actor.personId, id, 'read');
      const seenAt = this.clock.now();
      await tx.update(CommunityMember, { communityId: id, personId: actor.personId }, { seenAt });
      tx.tell(personRoom(actor.personId), communitySeen, { communityId: id, seenAt: seenAt.toISOString() });
    });
  }
}
