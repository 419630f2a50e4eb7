import { z } from 'zod';
import { personId } from '../ids.ts';
import { unitSummary } from '../organisation/organisation.schemas.ts';

/** A person wherever they are named. In a message `unit` is the unit at that moment, elsewhere the present one. */
export const personSummary = z.object({ id: personId, name: z.string(), unit: unitSummary.nullable() });
export type PersonSummary = z.infer<typeof personSummary>;
