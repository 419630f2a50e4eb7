import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Consequences } from '../../platform/outbox/consequences.ts';
import { threadHappenings } from '../threads/index.ts';
import { concerns, told } from './concerns.ts';
import { Notices } from './notices.ts';

/** $1 thread, $2 people, $3 who added them, $4 happening: those who are still in it. */
const added = concerns(
  'added',
  told(
    { person: 'named.person_id', kind: `'added'`, thread: 'named.thread_id', source: '$4::uuid', by: '$3::uuid' },
    'from thread_people named where named.thread_id = $1 and named.person_id = any($2::uuid[])',
  ),
);

/** Whoever is added to a thread by name hears of it. */
@Injectable()
export class NotifyWhenAdded {
  constructor(unitOfWork: UnitOfWork, notices: Notices, consequences: Consequences) {
    consequences.when(threadHappenings.peopleAdded, 'notices.added', ({ threadId, personIds, byId }, { id, at }) =>
      unitOfWork.run(async (tx) => notices.tell(tx, await tx.rows(added, [threadId, personIds, byId, id]), at)),
    );
  }
}
