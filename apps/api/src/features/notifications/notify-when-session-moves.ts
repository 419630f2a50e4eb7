import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Consequences } from '../../platform/outbox/consequences.ts';
import { sessionMoved } from '../sessions/index.ts';
import { concerns, told } from './concerns.ts';
import { Notices } from './notices.ts';

/** $1 session, $2 who did it, $3 happening, $4 kind, $5 when: members who have not said that they do not come, of a session that is not over. */
const moved = concerns(
  'session',
  told(
    { person: 'm.person_id', kind: '$4', session: 's.id', source: '$3::uuid', by: '$2::uuid' },
    `from sessions s join community_members m on m.community_id = s.community_id
     left join session_people answer on answer.session_id = s.id and answer.person_id = m.person_id
     where s.id = $1 and answer.is_coming is distinct from false and s.at + make_interval(mins => s.minutes) > $5::timestamptz`,
  ),
);

/** Members hear of sessions that are planned, changed or cancelled. */
@Injectable()
export class NotifyWhenSessionMoves {
  constructor(unitOfWork: UnitOfWork, notices: Notices, consequences: Consequences) {
    consequences.when(sessionMoved, 'notices.session', ({ sessionId, byId, what }, { id, at }) =>
      unitOfWork.run(async (tx) => notices.tell(tx, await tx.rows(moved, [sessionId, byId, id, `session-${what}`, at]), at)),
    );
  }
}
