import { Injectable } from '@nestjs/common';
import type { PersonId, UnitId } from '@landbridge/contract';
import type { Tx } from '../../platform/database/unit-of-work.ts';

export interface Merger {
  readonly fromId: UnitId;
  readonly intoId: UnitId;
  /** The day on which the one becomes part of the other. */
  readonly today: string;
}

type Prepare = (tx: Tx, personId: PersonId | null) => Promise<() => void>;

/** Lets other features know that the units somebody speaks for change: they moved, or (null) the tree did, which may be everybody. */
@Injectable()
export class UnitChanges {
  private readonly prepares: Prepare[] = [];
  private readonly mergers: ((tx: Tx, merger: Merger) => Promise<void>)[] = [];
  private readonly closings: ((tx: Tx, id: UnitId, today: string) => Promise<void>)[] = [];

  /**
   * Looks up in the transaction, after the change, what follows from it, and gives back what does it at the moment of the commit.
   * Nothing may be looked up then: until the answer somebody would go on hearing what is no longer theirs.
   */
  onChange(prepare: Prepare): void {
    this.prepares.push(prepare);
  }

  /** Runs in the transaction in which a unit becomes part of another: what belongs to the one moves to the other. Both are locked. */
  onMerge(act: (tx: Tx, merger: Merger) => Promise<void>): void {
    this.mergers.push(act);
  }

  /** Runs in the transaction in which a unit closes, which is locked; refuses by throwing. */
  onClose(act: (tx: Tx, id: UnitId, today: string) => Promise<void>): void {
    this.closings.push(act);
  }

  async merge(tx: Tx, merger: Merger): Promise<void> {
    for (const act of this.mergers) await act(tx, merger);
  }

  async close(tx: Tx, id: UnitId, today: string): Promise<void> {
    for (const act of this.closings) await act(tx, id, today);
  }

  async tell(tx: Tx, personId: PersonId | null): Promise<void> {
    const acts = await Promise.all(this.prepares.map((prepare) => prepare(tx, personId)));
    tx.afterCommit(() => {
      for (const act of acts) act();
    });
  }
}
