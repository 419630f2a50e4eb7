import { Injectable } from '@nestjs/common';
import type { InputOf, UnitId } from '@landbridge/contract';
import type { changeUnit } from '@landbridge/contract/organisation';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { UnitPast } from './unit-past.entity.ts';
import { UnitChanges } from './unit-changes.ts';
import { Unit } from './unit.entity.ts';
import { isBelow, lockedTree, lockedUnit, organisationNow, unitById } from './units.queries.ts';

/** Renames or moves a unit. What it was until yesterday is kept: ties of then belong to the tree of then. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly unitChanges: UnitChanges,
  ) {}

  async run(id: UnitId, wanted: InputOf<typeof changeUnit>['body']) {
    try {
      return await this.unitOfWork.run((tx) => this.change(tx, id, wanted));
    } catch (error) {
      if (violates(error, 'units_name_beside')) throw problem('unit.name-taken');
      throw error;
    }
  }

  private async change(tx: Tx, id: UnitId, wanted: InputOf<typeof changeUnit>['body']) {
    // Moves take turns: two at once could each be right and make a circle together.
    if (wanted.parentId !== undefined) await tx.one(lockedTree, []);
    const unit = await tx.one(lockedUnit, [id]);
    if (!unit) throw problem('unit.not-found');
    const name = wanted.name ?? unit.name;
    const parentId = wanted.parentId === undefined ? unit.parentId : wanted.parentId;
    if (parentId !== unit.parentId) await this.refuseCircle(tx, id, parentId);
    if (name !== unit.name || parentId !== unit.parentId) {
      const today = (await tx.one(organisationNow, []))?.today ?? unit.since;
      await tx.insert(UnitPast, {
        unitId: id,
        changedAt: this.clock.now(),
        fromOn: unit.since,
        untilOn: today,
        name: unit.name,
        parentId: unit.parentId,
      });
      await tx.update(Unit, { id }, { name, parentId, since: today });
    }
    if (parentId !== unit.parentId) await this.unitChanges.tell(tx, null);
    const changed = await tx.json(unitById, [id]);
    if (!changed) throw problem('unit.not-found');
    return changed;
  }

  private async refuseCircle(tx: Tx, id: UnitId, parentId: string | null): Promise<void> {
    if (parentId === null) return;
    if (!(await tx.one(lockedUnit, [parentId]))) throw problem('unit.not-found');
    const circle = await tx.one(isBelow, [id, parentId]);
    if (circle?.below) throw problem('unit.inside-itself');
  }
}
