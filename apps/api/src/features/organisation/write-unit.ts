import type { Tx } from '../../platform/database/unit-of-work.ts';
import { UnitPast } from './unit-past.entity.ts';
import { Unit } from './unit.entity.ts';
import { organisationNow, type LockedUnit } from './units.queries.ts';

/** Gives a locked unit a name and a place from today on. What it was until then is kept: ties of then belong to the tree of then. */
export const writeUnit = async (
  tx: Tx,
  unit: LockedUnit,
  { name, parentId, at }: Pick<LockedUnit, 'name' | 'parentId'> & { readonly at: Date },
): Promise<void> => {
  const today = (await tx.one(organisationNow, []))?.today ?? unit.since;
  await tx.insert(UnitPast, {
    unitId: unit.id,
    changedAt: at,
    fromOn: unit.since,
    untilOn: today,
    name: unit.name,
    parentId: unit.parentId,
  });
  await tx.update(Unit, { id: unit.id }, { name, parentId, since: today });
};
