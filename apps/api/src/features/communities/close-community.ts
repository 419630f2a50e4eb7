import { Injectable } from '@nestjs/common';
import type { CommunityId } from '@landbridge/contract';
import { communityChanged } from '@landbridge/contract/communities';
import { isLeader } from '@landbridge/domain/communities';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { communityEnded } from './communities.happenings.ts';
import { changedFacts, membersToMove, mergedIntoOf } from './communities.queries.ts';
import { CommunityAccess, type CommunityStanding } from './community.access.ts';
import { Community } from './community.entity.ts';
import { communityRoom } from './community.rooms.ts';
import { Membership } from './membership.ts';

interface End {
  readonly closedAt: Date | null;
  readonly mergedInto: CommunityId | null;
}

/** A community ends with dignity: it is read and found as before, nothing is added. It may go into another one, and be opened again. */
@Injectable()
export class CloseCommunity {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CommunityAccess,
    private readonly membership: Membership,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, id: CommunityId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { isEnded, role } = await this.access.forChange(tx, actor.personId, id, 'read');
      if (isEnded && isLeader(role)) return;
      const community = await this.access.get(tx, actor.personId, id, 'close');
      await this.put(tx, community, { closedAt: this.clock.now(), mergedInto: null });
      tx.happened(communityEnded, { communityId: id, byId: actor.personId, mergedInto: null });
    });
  }

  async reopen(actor: Actor, id: CommunityId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { isEnded, role } = await this.access.forChange(tx, actor.personId, id, 'read');
      if (!isEnded && isLeader(role)) return;
      const community = await this.access.get(tx, actor.personId, id, 'reopen');
      await this.put(tx, community, { closedAt: null, mergedInto: null });
    });
  }

  async merge(actor: Actor, id: CommunityId, intoId: CommunityId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [from, into] = await this.lockBoth(tx, actor, id, intoId);
      if (from.isEnded && (await tx.one(mergedIntoOf, [id]))?.mergedInto === intoId) return;
      if (id === intoId || !mayMerge(actor, from, into)) throw problem('community.not-allowed');
      if (from.isEnded || into.isEnded) throw problem('community.ended');
      if (into.visibility === 'private' && from.visibility !== 'private') throw problem('community.would-hide');
      // One after the other, though it is a loop: each hears of it, and later features prepare their place.
      for (const { personId } of await tx.rows(membersToMove, [id, intoId])) await this.membership.put(tx, into, personId, 'member');
      await this.put(tx, from, { closedAt: this.clock.now(), mergedInto: intoId });
      tx.happened(communityEnded, { communityId: id, byId: actor.personId, mergedInto: intoId });
      if (!leadsBoth(from, into)) await this.note(tx, actor, from, into);
    });
  }

  /** Administrators who read the log learn of a private community no more than that there was one. */
  private note(tx: Tx, actor: Actor, from: CommunityStanding, into: CommunityStanding): Promise<void> {
    const details: Record<string, string> = into.visibility === 'private' ? {} : { into: into.name };
    return this.audit.note(tx, actor, { action: 'community.merged', subject: { kind: 'community', id: from.id }, details });
  }

  /** In one order, so that two merges cannot wait for each other. */
  private async lockBoth(tx: Tx, actor: Actor, id: CommunityId, intoId: CommunityId) {
    for (const one of [id, intoId].toSorted()) await this.access.forChange(tx, actor.personId, one, 'see');
    return [await this.access.get(tx, actor.personId, id, 'read'), await this.access.get(tx, actor.personId, intoId, 'see')] as const;
  }

  private async put(tx: Tx, { id, version }: CommunityStanding, end: End): Promise<void> {
    await tx.update(Community, { id }, { ...end, version: version + 1 });
    const facts = await tx.one(changedFacts, [id]);
    if (facts) tx.tell(communityRoom(id), communityChanged, facts);
  }
}

/** A leader of both, or a leader of one who is administrator. */
const mayMerge = ({ isAdministrator }: Actor, from: CommunityStanding, into: CommunityStanding): boolean =>
  leadsBoth(from, into) || (isAdministrator && (isLeader(from.role) || isLeader(into.role)));

const leadsBoth = (from: CommunityStanding, into: CommunityStanding): boolean => isLeader(from.role) && isLeader(into.role);
