import { Injectable } from '@nestjs/common';
import type { PersonId } from '@landbridge/contract';
import type { Tx } from '../../platform/database/unit-of-work.ts';

type Prepare = (tx: Tx, personId: PersonId | null) => Promise<() => void>;

/** Lets other features know that the units somebody speaks for change: they moved, or (null) the tree did, which may be everybody. */
@Injectable()
export class UnitChanges {
  private readonly prepares: Prepare[] = [];

  /**
   * Looks up in the transaction, after the change, what follows from it, and gives back what does it at the moment of the commit.
   * Nothing may be looked up then: until the answer somebody would go on hearing what is no longer theirs.
   */
  onChange(prepare: Prepare): void {
    this.prepares.push(prepare);
  }

  async tell(tx: Tx, personId: PersonId | null): Promise<void> {
    const acts = await Promise.all(this.prepares.map((prepare) => prepare(tx, personId)));
    tx.afterCommit(() => {
      for (const act of acts) act();
    });
  }
}
