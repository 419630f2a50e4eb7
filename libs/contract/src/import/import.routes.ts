import { z } from 'zod';
import { clientId, importId } from '../ids.ts';
import { cursor, queryNumber, version } from '../primitives.ts';
import { route } from '../route.ts';
import { importRejection, importView } from './import.schemas.ts';

const params = z.object({ importId });

export const uploadHistory = route({
  name: 'uploadHistory',
  summary:
    'Send a history, as bytes: a file of the import format, plain or gzip. It waits on the server for a day; start it by looking what it would bring.',
  method: 'PUT',
  path: '/api/import-files/:clientId',
  access: 'administrator',
  rate: 'posting',
  params: z.object({ clientId }),
  query: z.strictObject({ name: z.string().max(1_000) }),
  body: z.unknown(),
  sends: 'bytes',
  response: importView,
  status: 201,
  problems: [
    'request.not-bytes',
    'client-id.reused',
    'file.empty',
    'file.incomplete',
    'import.too-large',
    'import.unpacks-too-large',
    'import.no-space',
    'import.not-a-history',
    'import.cut-off',
  ],
});

export const listImports = route({
  name: 'listImports',
  summary: 'Histories that were brought here, newest first; those of the command line too.',
  method: 'GET',
  path: '/api/imports',
  access: 'administrator',
  rate: 'reading',
  query: z.strictObject({ limit: queryNumber(1, 100).default(50), cursor: cursor.optional() }),
  response: z.object({ imports: z.array(importView), nextCursor: z.string().nullable() }),
});

export const getImport = route({
  name: 'getImport',
  summary: 'One import: how far it is, what became of its lines by type, how many were rejected.',
  method: 'GET',
  path: '/api/imports/:importId',
  access: 'administrator',
  rate: 'reading',
  params,
  response: importView,
  problems: ['import.not-found'],
});

export const startImport = route({
  name: 'startImport',
  summary:
    'Look what a file would bring (`isDry`), or bring it in. It goes on after the answer; `version` is the one you saw. `isStrict` stops at the first line that cannot be used.',
  method: 'POST',
  path: '/api/imports/:importId/start',
  access: 'administrator',
  rate: 'writing',
  params,
  body: z.strictObject({ version, isDry: z.boolean(), isStrict: z.boolean().default(false) }),
  response: z.undefined(),
  status: 204,
  problems: ['import.not-found', 'import.already-running', 'import.file-gone', 'version.stale'],
});

export const cancelImport = route({
  name: 'cancelImport',
  summary: 'Stop a run after the lines it is at, and remove the file. What came in so far stays.',
  method: 'PUT',
  path: '/api/imports/:importId/cancellation',
  access: 'administrator',
  rate: 'writing',
  params,
  response: z.undefined(),
  status: 204,
  problems: ['import.not-found'],
});

export const listRejections = route({
  name: 'listRejections',
  summary: 'Lines of your file that could not be used, in its order, with the reason.',
  method: 'GET',
  path: '/api/imports/:importId/rejections',
  access: 'administrator',
  rate: 'reading',
  params,
  query: z.strictObject({ limit: queryNumber(1, 100).default(50), cursor: cursor.optional() }),
  response: z.object({ rejections: z.array(importRejection), nextCursor: z.string().nullable() }),
  problems: ['import.not-found'],
});

export const downloadRejections = route({
  name: 'downloadRejections',
  summary: 'The same as a file: NDJSON, or CSV in which no cell is a formula.',
  method: 'GET',
  path: '/api/imports/:importId/report',
  access: 'administrator',
  rate: 'reading',
  params,
  query: z.strictObject({ format: z.enum(['ndjson', 'csv']).default('csv') }),
  answers: 'bytes',
  response: z.unknown(),
  problems: ['import.not-found'],
});
