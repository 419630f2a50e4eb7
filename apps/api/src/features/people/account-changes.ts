import { Injectable } from '@nestjs/common';
import type { PersonId } from '@landbridge/contract';
import type { Tx } from '../../platform/database/unit-of-work.ts';

type Act = (tx: Tx, personId: PersonId) => Promise<void>;

/** Lets later features know that somebody's account was closed or opened again. Runs in that transaction, after the change. */
@Injectable()
export class AccountChanges {
  private readonly acts: Act[] = [];

  onChange(act: Act): void {
    this.acts.push(act);
  }

  async tell(tx: Tx, personId: PersonId): Promise<void> {
    for (const act of this.acts) await act(tx, personId);
  }
}
