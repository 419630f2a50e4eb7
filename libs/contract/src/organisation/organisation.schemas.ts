import { z } from 'zod';
import { unitId } from '../ids.ts';
import { day, line } from '../primitives.ts';

/** What a unit looks like wherever it is named: two letters and one of twelve hues that it keeps for life. */
export const unitSummary = z.object({ id: unitId, name: z.string(), code: z.string(), hue: z.int().min(1).max(12) });
export type UnitSummary = z.infer<typeof unitSummary>;

/** A unit in the tree. `parentId` is null for a root; a closed one may have become part of another. */
export const unitView = unitSummary.extend({
  parentId: unitId.nullable(),
  since: day,
  closedOn: day.nullable(),
  mergedIntoId: unitId.nullable(),
});
export type UnitView = z.infer<typeof unitView>;

/** What a unit was called and where it stood, from a day until the day before another (`null`: still). */
export const unitPast = z.object({ name: z.string(), parentId: unitId.nullable(), from: day, until: day.nullable() });

export const unitName = line(80);
export const unitCode = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}]{2}$/u, 'must be two letters or figures');
