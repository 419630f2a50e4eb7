import { z } from 'zod';
import { unitId } from '../ids.ts';
import { day, line, version } from '../primitives.ts';

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

export const organisationLanguage = z.enum(['en', 'de', 'da']);

/** A time zone by its name in the IANA database, as this machine knows it. */
export const timeZone = z
  .string()
  .max(60)
  .refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC', 'must be a time zone, such as Europe/Copenhagen');

/** 1 is Monday, 7 is Sunday (ISO 8601); at least one. */
const workingDays = z
  .array(z.int().min(1).max(7))
  .min(1)
  .max(7)
  .transform((days) => [...new Set(days)].toSorted());

/** Days on which nobody is expected to answer. */
const holidays = z
  .array(day)
  .max(400)
  .transform((days) => [...new Set(days)].toSorted());

/** What holds for the whole organisation. */
export const organisationSettings = z.object({ name: line(120), language: organisationLanguage, timeZone, workingDays, holidays });

export const organisationView = z.object({
  name: z.string(),
  language: z.string(),
  timeZone: z.string(),
  workingDays: z.array(z.int()).max(7),
  holidays: z.array(day).max(400),
  version,
});
export type OrganisationView = z.infer<typeof organisationView>;
