import { Injectable } from '@nestjs/common';
import type { MessageId, ThreadId } from '@landbridge/contract';
import type { Tx } from '../../platform/database/unit-of-work.ts';

export interface MessageChange {
  readonly threadId: ThreadId;
  readonly messageId: MessageId;
  readonly isDeleted: boolean;
}

/** Tells features to the right that the words of a message changed or are gone, in the transaction in which it happens; its thread is locked. */
@Injectable()
export class MessageChanges {
  private readonly acts: ((tx: Tx, change: MessageChange) => Promise<void>)[] = [];

  onChange(act: (tx: Tx, change: MessageChange) => Promise<void>): void {
    this.acts.push(act);
  }

  async changed(tx: Tx, change: MessageChange): Promise<void> {
    for (const act of this.acts) await act(tx, change);
  }
}
