import { Injectable } from '@nestjs/common';
import type { CommunityId, PersonId } from '@landbridge/contract';
import { communityMembersChanged, membershipChanged, type MemberRole } from '@landbridge/contract/communities';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { LiveServer } from '../../platform/realtime/live-server.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import { convenerCount, memberOf, membersChangedFacts, membersChangedFactsOf, readableAmong } from './communities.queries.ts';
import { AccountChanges, Milestones } from '../people/index.ts';
import { CommunityRequests } from './community-requests.ts';
import { CommunityMember } from './community-member.entity.ts';
import { communityRoom } from './community.rooms.ts';
import type { CommunityStanding } from './community.access.ts';

type PrepareLoss = (tx: Tx, personId: PersonId, communityId: CommunityId) => Promise<() => void>;
type Place = Pick<CommunityStanding, 'id' | 'name' | 'visibility'>;

/** What joining, leaving and appointing have in common. The community is locked by the caller. */
@Injectable()
export class Membership {
  private readonly arrivals: ((tx: Tx, personId: PersonId, communityId: CommunityId) => Promise<void>)[] = [];
  private readonly losses: PrepareLoss[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly live: LiveServer,
    private readonly requests: CommunityRequests,
    private readonly milestones: Milestones,
    accountChanges: AccountChanges,
  ) {
    accountChanges.onChange(async (tx, personId) => {
      for (const facts of await tx.rows(membersChangedFactsOf, [personId]))
        tx.tell(communityRoom(facts.communityId), communityMembersChanged, facts);
    });
    milestones.areSeenBy('joined', async (reader, viewerId, ids) =>
      (await reader.rows(readableAmong, [ids, viewerId])).map(({ id }) => id),
    );
  }

  /** Runs in the transaction in which somebody becomes a member. */
  onArrival(act: (tx: Tx, personId: PersonId, communityId: CommunityId) => Promise<void>): void {
    this.arrivals.push(act);
  }

  /**
   * When somebody may no longer read a closed or private community: looks up in the transaction what they lose, and gives back what closes it
   * at the moment of the commit. Nothing may be looked up then: until the answer somebody would go on hearing.
   */
  onSightLost(prepare: PrepareLoss): void {
    this.losses.push(prepare);
  }

  /** Makes somebody a member, or gives a member another role. Changes nothing when it is so already. */
  async put(tx: Tx, community: Place, personId: PersonId, role: MemberRole): Promise<void> {
    const now = this.clock.now();
    const isNew = await tx.insertOnce(CommunityMember, { communityId: community.id, personId, role, joinedAt: now, seenAt: now });
    if (isNew) await this.arrive(tx, community, personId);
    else await this.changeRole(tx, community.id, personId, role);
    await this.tell(tx, community, personId, role);
  }

  /** @returns false when the person was no member */
  async end(tx: Tx, community: Place, personId: PersonId): Promise<boolean> {
    const before = await tx.one(memberOf, [community.id, personId]);
    if (!before) return false;
    await tx.delete(CommunityMember, { communityId: community.id, personId });
    if (before.role === 'convener') await this.refuseOrphaning(tx, community.id);
    await this.tell(tx, community, personId, null);
    await this.loseSight(tx, community, personId);
    return true;
  }

  /** Tells the community's room who its members are now. */
  async tellMembers(tx: Tx, id: CommunityId): Promise<void> {
    const facts = await tx.one(membersChangedFacts, [id]);
    if (facts) tx.tell(communityRoom(id), communityMembersChanged, facts);
  }

  private async arrive(tx: Tx, { id, name, visibility }: Place, personId: PersonId): Promise<void> {
    await this.requests.settle(tx, id, personId);
    // Open ones only: a way that begins later than it should would tell of a community that others must not see into.
    if (visibility === 'open')
      await this.milestones.note(tx, { personId, kind: 'joined', sourceId: id, title: name, link: `/communities/${id}` });
    for (const act of this.arrivals) await act(tx, personId, id);
    tx.afterCommit(() => this.live.admitTo(personId, communityRoom(id)));
  }

  private async changeRole(tx: Tx, id: CommunityId, personId: PersonId, role: MemberRole): Promise<void> {
    const before = await tx.one(memberOf, [id, personId]);
    await tx.update(CommunityMember, { communityId: id, personId }, { role });
    if (before?.role === 'convener') await this.refuseOrphaning(tx, id);
  }

  /** The last convener cannot go without a successor. */
  private async refuseOrphaning(tx: Tx, id: CommunityId): Promise<void> {
    const conveners = await tx.one(convenerCount, [id]);
    if (conveners?.count === 0) throw problem('community.last-convener');
  }

  private async tell(tx: Tx, { id, name, visibility }: Place, personId: PersonId, role: MemberRole | null): Promise<void> {
    tx.tell(personRoom(personId), membershipChanged, { communityId: id, name, visibility, role });
    await this.tellMembers(tx, id);
  }

  /** Whoever leaves an open community may look on, and hears it as a visitor until the browser goes elsewhere. */
  private async loseSight(tx: Tx, community: Place, personId: PersonId): Promise<void> {
    if (community.visibility === 'open') return;
    const closings = await Promise.all(this.losses.map((prepare) => prepare(tx, personId, community.id)));
    tx.afterCommit(() => {
      this.live.expel(personId, communityRoom(community.id));
      for (const close of closings) close();
    });
  }
}
