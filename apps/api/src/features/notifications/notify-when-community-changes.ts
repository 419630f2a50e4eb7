import { Injectable } from '@nestjs/common';
import type { NamedQuery } from '../../platform/database/query.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Consequences } from '../../platform/outbox/consequences.ts';
import { communityHappenings } from '../communities/index.ts';
import { concerns, told } from './concerns.ts';
import type { concern } from './notice-writes.queries.ts';
import { Notices } from './notices.ts';

const ofRequest = { community: 'request.community_id', source: 'request.id' };

/** $1 request that waits: the leaders. */
const asked = concerns(
  'join-asked',
  told(
    { ...ofRequest, person: 'lead.person_id', kind: `'asked-to-join'`, by: 'request.person_id' },
    `from community_requests request join community_members lead on lead.community_id = request.community_id
       and lead.role in ('convener', 'steward') where request.id = $1 and request.decided_at is null`,
  ),
);

/** $1 request that a leader decided: whoever asked. */
const answered = concerns(
  'join-answered',
  told(
    { ...ofRequest, person: 'request.person_id', kind: 'request.decision', by: 'request.decided_by' },
    `from community_requests request where request.id = $1 and request.decided_by is not null and request.decision in ('approved', 'declined')`,
  ),
);

/** $1 community, $2 person, $3 who did it, $4 happening, $5 kind */
const role = concerns('role', told({ person: '$2::uuid', kind: '$5', community: '$1::uuid', source: '$4::uuid', by: '$3::uuid' }, ''));

/** $1 community, $2 who did it, $3 happening, $4 kind: its members. */
const ended = concerns(
  'ended',
  told(
    { person: 'm.person_id', kind: '$4', community: 'm.community_id', source: '$3::uuid', by: '$2::uuid' },
    'from community_members m where m.community_id = $1',
  ),
);

/** Leaders hear who asks to join, people what became of that and of their role, members when their community ends. */
@Injectable()
export class NotifyWhenCommunityChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
    consequences: Consequences,
  ) {
    const happened = communityHappenings;
    consequences.when(happened.joinAsked, 'notices.join-asked', ({ requestId }, { at }) => this.tell(asked, [requestId], at));
    consequences.when(happened.joinAnswered, 'notices.join-answered', async ({ requestId }, { at }) => {
      await unitOfWork.run((tx) => notices.withdraw(tx, requestId, ['asked-to-join']));
      await this.tell(answered, [requestId], at);
    });
    consequences.when(happened.roleChanged, 'notices.role', ({ communityId, personId, byId, before, role: now }, { id, at }) => {
      const isTaken = now === null || (now === 'member' && before !== null);
      return this.tell(role, [communityId, personId, byId, id, isTaken ? 'role-taken' : 'role-given'], at);
    });
    consequences.when(happened.communityEnded, 'notices.ended', ({ communityId, byId, mergedInto }, { id, at }) =>
      this.tell(ended, [communityId, byId, id, mergedInto ? 'community-merged' : 'community-closed'], at),
    );
  }

  private tell(whom: NamedQuery<typeof concern>, values: readonly unknown[], at: Date): Promise<void> {
    return this.unitOfWork.run(async (tx) => this.notices.tell(tx, await tx.rows(whom, values), at));
  }
}
