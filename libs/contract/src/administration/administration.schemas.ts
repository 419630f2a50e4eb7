import { z } from 'zod';
import { personId } from '../ids.ts';
import { instant } from '../primitives.ts';

/** Everything that is done with an administrator's right. */
export const auditAction = z.enum([
  'person.invited',
  'person.invited-again',
  'person.imported',
  'person.moved',
  'person.deactivated',
  'person.brought-back',
  'role.given',
  'role.taken',
  'manager.appointed',
  'manager.dismissed',
  'unit.added',
  'unit.renamed',
  'unit.moved',
  'unit.merged',
  'unit.closed',
  'unit.reopened',
  'community.merged',
  'imperative.named',
  'imperative.renamed',
  'imperative.owner-changed',
  'imperative.closed',
  'imperative.reopened',
  'organisation.changed',
  'history.looked-at',
  'history.imported',
  'history.broken-off',
]);
export type AuditAction = z.infer<typeof auditAction>;

export const auditSubjectKind = z.enum(['person', 'unit', 'community', 'imperative', 'organisation', 'import']);
export type AuditSubjectKind = z.infer<typeof auditSubjectKind>;

/** Who did what, with whom or what, and when. Names are those of today; `details` holds what was said then. */
export const auditEntry = z.object({
  id: z.uuid(),
  at: instant,
  actor: z.object({ id: personId, name: z.string() }).nullable(),
  action: auditAction,
  subject: z.object({ kind: auditSubjectKind, id: z.uuid(), name: z.string() }).nullable(),
  /** The other unit that it was about: moved to, merged into, managed. */
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  details: z.record(z.string(), z.string()),
});
export type AuditEntry = z.infer<typeof auditEntry>;
