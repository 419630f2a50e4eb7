import { Injectable } from '@nestjs/common';
import type { NamedQuery } from '../../platform/database/query.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Consequences } from '../../platform/outbox/consequences.ts';
import { issueHappenings } from '../practice-issues/index.ts';
import { concerns, told } from './concerns.ts';
import type { concern } from './notice-writes.queries.ts';
import { Notices } from './notices.ts';

/** $1 issue, $2 people, $3 who wrote it, $4 happening */
const named = concerns(
  'named',
  told(
    { person: 'person', kind: `'mentioned'`, thread: '$1::uuid', source: '$4::uuid', by: '$3::uuid' },
    'from unnest($2::uuid[]) as person',
  ),
);

/** $1 issue, $2 message, $3 who marked it: the mark may be gone by now. */
const helped = concerns(
  'help',
  told(
    { person: 'h.helper_id', kind: `'helped'`, thread: 'h.issue_id', source: 'h.message_id', by: '$3::uuid' },
    'from issue_helps h where h.issue_id = $1 and h.message_id = $2',
  ),
);

/** $1 issue, $2 happening */
const asked = concerns(
  'outcome-asked',
  told(
    { person: 'i.asker_id', kind: `'what-happened'`, thread: 'i.id', source: '$2::uuid', by: 'null::uuid' },
    'from practice_issues i where i.id = $1',
  ),
);

/** $1 issue, $2 who told it, $3 happening */
const outcome = concerns(
  'outcome-told',
  told(
    { person: 'h.helper_id', kind: `'outcome-told'`, thread: 'h.issue_id', source: '$3::uuid', by: '$2::uuid' },
    'from issue_helps h where h.issue_id = $1',
  ),
);

/** $1 issue, $2 who did it, $3 happening, $4 kind */
const shelved = concerns(
  'shelved',
  told({ person: 'i.asker_id', kind: '$4', thread: 'i.id', source: '$3::uuid', by: '$2::uuid' }, 'from practice_issues i where i.id = $1'),
);

/** Along the life of an issue: helpers hear that they helped and what changed, askers what others do with their issue. */
@Injectable()
export class NotifyWhenIssueMoves {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
    consequences: Consequences,
  ) {
    const happened = issueHappenings;
    consequences.when(happened.peopleNamed, 'notices.named', ({ issueId, personIds, byId }, { id, at }) =>
      this.tell(named, [issueId, personIds, byId, id], at),
    );
    consequences.when(happened.helpMarked, 'notices.help', ({ issueId, messageId, byId }, { at }) =>
      this.tell(helped, [issueId, messageId, byId], at),
    );
    consequences.when(happened.helpUnmarked, 'notices.help-unmarked', ({ messageId }) =>
      unitOfWork.run((tx) => notices.withdraw(tx, messageId, ['helped'])),
    );
    consequences.when(happened.outcomeAsked, 'notices.outcome-asked', ({ issueId }, { id, at }) => this.tell(asked, [issueId, id], at));
    consequences.when(happened.outcomeTold, 'notices.outcome-told', ({ issueId, byId }, { id, at }) =>
      this.tell(outcome, [issueId, byId, id], at),
    );
    consequences.when(happened.issueShelved, 'notices.shelved', ({ issueId, byId, isArchived }, { id, at }) =>
      this.tell(shelved, [issueId, byId, id, isArchived ? 'archived' : 'brought-back'], at),
    );
  }

  private tell(whom: NamedQuery<typeof concern>, values: readonly unknown[], at: Date): Promise<void> {
    return this.unitOfWork.run(async (tx) => this.notices.tell(tx, await tx.rows(whom, values), at));
  }
}
