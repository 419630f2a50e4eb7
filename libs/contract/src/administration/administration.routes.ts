import { z } from 'zod';
import { cursor, queryNumber } from '../primitives.ts';
import { route } from '../route.ts';
import { auditEntry } from './administration.schemas.ts';

export const listAuditEntries = route({
  name: 'listAuditEntries',
  summary: 'What was done with an administrator’s right, newest first.',
  method: 'GET',
  path: '/api/audit-entries',
  access: 'administrator',
  rate: 'reading',
  query: z.strictObject({ limit: queryNumber(1, 100).default(50), cursor: cursor.optional() }),
  response: z.object({ entries: z.array(auditEntry), nextCursor: z.string().nullable() }),
});
