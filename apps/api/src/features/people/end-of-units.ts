import { Injectable } from '@nestjs/common';
import type { UnitId } from '@landbridge/contract';
import { IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { UnitChanges, type Merger } from '../organisation/index.ts';
import { activeInUnit, moveNewcomers, movePeople } from './people.queries.ts';
import { UnitManager } from './unit-manager.entity.ts';
import { UnitMembership } from './unit-membership.entity.ts';

/** What the end of a unit means for its people: they move with the merger; without one, a unit with people stays open. */
@Injectable()
export class EndOfUnits {
  constructor(unitChanges: UnitChanges) {
    unitChanges.onMerge((tx, merger) => this.move(tx, merger));
    unitChanges.onClose((tx, id, today) => this.close(tx, id, today));
  }

  private async move(tx: Tx, { fromId, intoId, today }: Merger): Promise<void> {
    await tx.rows(moveNewcomers, [fromId, intoId, today]);
    await tx.rows(movePeople, [fromId, intoId, today]);
    await endAppointments(tx, fromId, today);
  }

  private async close(tx: Tx, unitId: UnitId, today: string): Promise<void> {
    if (await tx.one(activeInUnit, [unitId])) throw problem('unit.has-people');
    // Left are people whose accounts are closed: if one is brought back, they are put into a unit anew.
    await tx.update(UnitMembership, { unitId, untilOn: IsNull() }, { untilOn: today });
    await endAppointments(tx, unitId, today);
  }
}

const endAppointments = (tx: Tx, unitId: UnitId, untilOn: string) => tx.update(UnitManager, { unitId, untilOn: IsNull() }, { untilOn });
