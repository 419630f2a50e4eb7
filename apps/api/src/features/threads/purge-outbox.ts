import type { MessageId } from '@landbridge/contract';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { OutboxRow } from '../../platform/outbox/outbox.entity.ts';
import { repeatersOf } from './thread.facts.ts';

/** Events that wait hold a message's text; so do those of replies, by its first line, and of quotes. Browsers that miss them ask by number. */
export const purgeOutbox = async (tx: Tx, id: MessageId): Promise<void> => {
  const repeaters = await tx.rows(repeatersOf, [id]);
  await tx.delete(OutboxRow, { about: In([id, ...repeaters.map((message) => message.id)]) });
};
