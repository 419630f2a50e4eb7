import { Injectable } from '@nestjs/common';
import type { InputOf, UnitId } from '@landbridge/contract';
import type { changeUnit } from '@landbridge/contract/organisation';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { refuseClosed } from './refuse-closed.ts';
import { UnitChanges } from './unit-changes.ts';
import { isBelow, lockedTree, lockedUnit, unitById, type LockedUnit } from './units.queries.ts';
import { writeUnit } from './write-unit.ts';

/** Renames or moves a unit. What it was until yesterday is kept: ties of then belong to the tree of then. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly unitChanges: UnitChanges,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, id: UnitId, wanted: InputOf<typeof changeUnit>['body']) {
    try {
      return await this.unitOfWork.run((tx) => this.change(tx, actor, id, wanted));
    } catch (error) {
      if (violates(error, 'units_name_beside')) throw problem('unit.name-taken');
      throw error;
    }
  }

  private async change(tx: Tx, actor: Actor, id: UnitId, wanted: InputOf<typeof changeUnit>['body']) {
    // Moves take turns: two at once could each be right and make a circle together.
    if (wanted.parentId !== undefined) await tx.one(lockedTree, []);
    const unit = await tx.one(lockedUnit, [id]);
    if (!unit) throw problem('unit.not-found');
    if (unit.closedOn) throw problem('unit.closed');
    const name = wanted.name ?? unit.name;
    const parentId = wanted.parentId === undefined ? unit.parentId : wanted.parentId;
    if (parentId !== unit.parentId) await this.refuseCircle(tx, id, parentId);
    if (name !== unit.name || parentId !== unit.parentId) {
      await writeUnit(tx, unit, { name, parentId, at: this.clock.now() });
      await this.noteChange(tx, actor, unit, { name, parentId });
    }
    if (parentId !== unit.parentId) await this.unitChanges.tell(tx, null);
    const changed = await tx.json(unitById, [id]);
    if (!changed) throw problem('unit.not-found');
    return changed;
  }

  private async noteChange(tx: Tx, actor: Actor, before: LockedUnit, now: Pick<LockedUnit, 'name' | 'parentId'>): Promise<void> {
    const subject = { kind: 'unit', id: before.id } as const;
    if (now.name !== before.name)
      await this.audit.note(tx, actor, { action: 'unit.renamed', subject, details: { from: before.name, to: now.name } });
    if (now.parentId !== before.parentId)
      await this.audit.note(tx, actor, { action: 'unit.moved', subject, details: now.parentId ? { unitId: now.parentId } : {} });
  }

  private async refuseCircle(tx: Tx, id: UnitId, parentId: string | null): Promise<void> {
    if (parentId === null) return;
    await refuseClosed(tx, parentId);
    const circle = await tx.one(isBelow, [id, parentId]);
    if (circle?.below) throw problem('unit.inside-itself');
  }
}
