import { Injectable } from '@nestjs/common';
import type { UnitId } from '@landbridge/contract';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { UnitChanges } from './unit-changes.ts';
import { UnitPast } from './unit-past.entity.ts';
import { Unit } from './unit.entity.ts';
import { isBelow, lockedTree, lockedUnit, openUnit, openUnitsBelow, organisationNow, unitById } from './units.queries.ts';
import { writeUnit } from './write-unit.ts';

/** A unit ends when nobody belongs to it, or by becoming part of another. It is kept: messages and ties of then name it. */
@Injectable()
export class CloseUnit {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly unitChanges: UnitChanges,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: UnitId) {
    return this.unitOfWork.run(async (tx) => {
      const unit = await this.forEnd(tx, id);
      if (!unit.closedOn) {
        if (await tx.one(openUnitsBelow, [id])) throw problem('unit.has-units');
        const closedOn = await today(tx);
        await this.unitChanges.close(tx, id, closedOn);
        await tx.update(Unit, { id }, { closedOn });
        await this.audit.note(tx, actor, { action: 'unit.closed', subject: { kind: 'unit', id } });
      }
      return view(tx, id);
    });
  }

  merge(actor: Actor, id: UnitId, intoId: UnitId) {
    return refuseTakenName(() => this.unitOfWork.run((tx) => this.become(tx, actor, { id, intoId })));
  }

  reopen(actor: Actor, id: UnitId) {
    return refuseTakenName(() => this.unitOfWork.run((tx) => this.openAgain(tx, actor, id)));
  }

  private async become(tx: Tx, actor: Actor, { id, intoId }: { id: UnitId; intoId: UnitId }) {
    const unit = await this.forEnd(tx, id);
    if (unit.mergedIntoId === intoId) return view(tx, id);
    if (unit.closedOn) throw problem('unit.closed');
    const into = await tx.one(lockedUnit, [intoId]);
    if (!into) throw problem('unit.not-found');
    if (into.closedOn) throw problem('unit.closed');
    if ((await tx.one(isBelow, [id, intoId]))?.below) throw problem('unit.inside-itself');
    const closedOn = await today(tx);
    // Closed first: a unit below may have its name and takes its place then.
    await tx.update(Unit, { id }, { closedOn, mergedIntoId: intoId });
    await this.moveUnitsBelow(tx, id, intoId);
    await this.unitChanges.merge(tx, { fromId: id, intoId, today: closedOn });
    await this.unitChanges.tell(tx, null);
    await this.audit.note(tx, actor, { action: 'unit.merged', subject: { kind: 'unit', id }, details: { unitId: intoId } });
    return view(tx, id);
  }

  private async openAgain(tx: Tx, actor: Actor, id: UnitId) {
    const unit = await this.forEnd(tx, id);
    if (!unit.closedOn) return view(tx, id);
    if (unit.parentId && !(await tx.one(openUnit, [unit.parentId]))) throw problem('unit.closed-above');
    const { name, parentId, since: fromOn, closedOn: untilOn } = unit;
    await tx.insert(UnitPast, { unitId: id, changedAt: this.clock.now(), fromOn, untilOn, name, parentId });
    await tx.update(Unit, { id }, { closedOn: null, mergedIntoId: null, since: await today(tx) });
    await this.audit.note(tx, actor, { action: 'unit.reopened', subject: { kind: 'unit', id } });
    return view(tx, id);
  }

  /** Nobody else changes the tree, and nobody comes to the unit, until the transaction ends. */
  private async forEnd(tx: Tx, id: UnitId) {
    await tx.one(lockedTree, []);
    const unit = await tx.one(lockedUnit, [id]);
    if (!unit) throw problem('unit.not-found');
    return unit;
  }

  private async moveUnitsBelow(tx: Tx, fromId: UnitId, parentId: UnitId): Promise<void> {
    for (const { id } of await tx.rows(openUnitsBelow, [fromId])) {
      const below = await tx.one(lockedUnit, [id]);
      if (below) await writeUnit(tx, below, { name: below.name, parentId, at: this.clock.now() });
    }
  }
}

/** The name of a closed unit is free: another may have it meanwhile. */
const refuseTakenName = async <Done>(act: () => Promise<Done>): Promise<Done> => {
  try {
    return await act();
  } catch (error) {
    if (violates(error, 'units_name_beside')) throw problem('unit.name-taken');
    throw error;
  }
};

const today = async (tx: Tx): Promise<string> => (await tx.one(organisationNow, []))?.today ?? '';

const view = async (tx: Tx, id: UnitId) => {
  const unit = await tx.json(unitById, [id]);
  if (!unit) throw problem('unit.not-found');
  return unit;
};
