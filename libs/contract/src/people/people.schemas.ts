import { z } from 'zod';
import { personId, unitId } from '../ids.ts';
import { unitSummary } from '../organisation/organisation.schemas.ts';

/** A person wherever they are named. In a message `unit` is the unit at that moment, elsewhere the present one. */
export const personSummary = z.object({ id: personId, name: z.string(), unit: unitSummary.nullable() });
export type PersonSummary = z.infer<typeof personSummary>;

/** What somebody is in the organisation besides one of its people. Managing a unit is an appointment of its own. */
export const organisationRole = z.enum(['administrator', 'observer', 'training-department']);
export type OrganisationRole = z.infer<typeof organisationRole>;

/** A person as administrators see them. */
export const accountView = z.object({
  person: personSummary,
  email: z.string(),
  isActive: z.boolean(),
  /** They took up their invitation. */
  hasPassword: z.boolean(),
  roles: z.array(organisationRole),
  manages: z.array(z.object({ id: unitId, name: z.string() })).max(200),
});
export type AccountView = z.infer<typeof accountView>;
