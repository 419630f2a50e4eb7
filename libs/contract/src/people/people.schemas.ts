import { z } from 'zod';
import { personId, unitId } from '../ids.ts';
import { email, line, text } from '../primitives.ts';
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

/** Somebody whom a file brings in. `unit` is a name, or names from the top down with `/` between; empty for none. */
export const importedPerson = z.strictObject({
  name: line(120),
  email,
  unit: text(400),
  roles: z.array(organisationRole).max(3),
});
export type ImportedPerson = z.infer<typeof importedPerson>;

/** Why a line, or (with the first line) a whole file, cannot be used. */
export const fileFault = z.enum([
  'not-utf-8',
  'workbook',
  'empty',
  'too-large',
  'too-many-lines',
  'no-name-column',
  'no-email-column',
  'repeated-column',
  'broken-quotes',
  'wrong-number-of-cells',
  'wrong-name',
  'wrong-email',
  'repeated-email',
  'unknown-unit',
  'unknown-role',
]);
export type FileFault = z.infer<typeof fileFault>;

/** People in one file, besides its header. */
export const mostImportedLines = 2_000;
/** Bytes of a file. */
export const mostFileBytes = 180 * 1024;
/** People in one request that brings them in. */
export const mostImportedAtOnce = 100;

export const peopleFile = z.object({
  people: z.array(z.object({ line: z.int(), person: importedPerson, isKnown: z.boolean() })).max(mostImportedLines),
  /** By line; `value` is the cell that is wrong, cut to its beginning. */
  faults: z.array(z.object({ line: z.int(), fault: fileFault, value: z.string() })).max(mostImportedLines),
  /** Columns that are not used. */
  ignoredColumns: z.array(z.string()).max(100),
});
export type PeopleFile = z.infer<typeof peopleFile>;
