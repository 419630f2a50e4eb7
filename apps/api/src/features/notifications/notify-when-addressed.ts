import { Injectable } from '@nestjs/common';
import { messageId, type MessageId } from '@landbridge/contract';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Consequences } from '../../platform/outbox/consequences.ts';
import { MessageChanges, threadHappenings } from '../threads/index.ts';
import { concerns, told } from './concerns.ts';
import { Notices } from './notices.ts';

const ofMessage = { thread: 'm.thread_id', source: 'm.id', by: 'm.author_id', byUnit: 'm.author_unit_id', position: 'm.position' };

/** $1 message: whom it mentions, whom it answers, and whose issue it stands under. */
const addressed = concerns(
  'message',
  told(
    { ...ofMessage, person: 'mention.person_id', kind: `'mentioned'`, rank: 1 },
    'from messages m join message_mentions mention on mention.message_id = m.id where m.id = $1',
  ),
  told(
    { ...ofMessage, person: 'target.author_id', kind: `'replied'`, rank: 2 },
    'from messages m join messages target on target.id = m.reply_to_id where m.id = $1',
  ),
  told(
    { ...ofMessage, person: 'i.asker_id', kind: `'answered'`, rank: 3 },
    'from messages m join practice_issues i on i.id = m.thread_id where m.id = $1',
  ),
);

/** Locked against being deleted meanwhile: whoever deletes it then finds what was told of it. */
const keptMessage = query(
  'notices.kept-message',
  z.object({ id: messageId }),
  'select id from messages where id = $1 and deleted_at is null and hidden_at is null for share',
);

/** Whoever is mentioned, answered, or asked the issue hears of a message, until it is deleted. */
@Injectable()
export class NotifyWhenAddressed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
    consequences: Consequences,
    changes: MessageChanges,
  ) {
    consequences.when(threadHappenings.messageAddressed, 'notices.message', (message, { at }) => this.run(message.messageId, at));
    changes.onChange(async (tx, change) => {
      if (change.isDeleted) await notices.withdraw(tx, change.messageId);
    });
  }

  private run(id: MessageId, at: Date): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (await tx.one(keptMessage, [id])) await this.notices.tell(tx, await tx.rows(addressed, [id]), at);
    });
  }
}
