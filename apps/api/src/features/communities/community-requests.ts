import { Injectable } from '@nestjs/common';
import type { CommunityId, PersonId } from '@landbridge/contract';
import { communityRequestChanged, ownRequestChanged, type CommunityRequestView } from '@landbridge/contract/communities';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import { joinAnswered } from './communities.happenings.ts';
import { leadersOf, ownRequestOf, requestOf, waitingRequest } from './communities.queries.ts';
import { CommunityRequest } from './community-request.entity.ts';

export interface Answer {
  readonly decision: 'approved' | 'declined' | 'withdrawn';
  readonly decidedBy: PersonId | null;
  readonly reply: string;
}

/** What asking, answering and coming in by another door have in common. The community is locked by the caller. */
@Injectable()
export class CommunityRequests {
  constructor(private readonly clock: Clock) {}

  /** Answers the one that waits. */
  async answer(tx: Tx, communityId: CommunityId, { id }: Pick<CommunityRequestView, 'id'>, answer: Answer): Promise<void> {
    await tx.update(CommunityRequest, { id }, { ...answer, decidedAt: this.clock.now() });
    tx.happened(joinAnswered, { requestId: id });
    await this.tell(tx, communityId, id);
  }

  /** Whoever is a member waits no longer, whichever way they came in. */
  async settle(tx: Tx, communityId: CommunityId, personId: PersonId): Promise<void> {
    const waiting = await tx.one(waitingRequest, [communityId, personId]);
    if (waiting) await this.answer(tx, communityId, waiting, { decision: 'approved', decidedBy: null, reply: '' });
  }

  /** Tells the leaders, and whoever asked. */
  async tell(tx: Tx, communityId: CommunityId, id: CommunityRequestView['id']): Promise<void> {
    const request = await tx.one(requestOf, [communityId, id]);
    if (!request) return;
    const leaders = await tx.rows(leadersOf, [communityId]);
    tx.tell(
      leaders.map(({ personId }) => personRoom(personId)),
      communityRequestChanged,
      { communityId, request },
    );
    const isShown = request.decision === null || request.decision === 'declined';
    const own = isShown ? await tx.one(ownRequestOf, [id]) : null;
    tx.tell(personRoom(request.person.id), ownRequestChanged, { communityId, request: own?.request ?? null });
  }
}
