import { importId, personId } from '@landbridge/contract';
import { importView } from '@landbridge/contract/import';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';

/** Held while a file is read. Any number will do as long as nothing else in this database locks it. */
export const importLock = 7_205_188_118;

const isLocked = `exists (select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 1
  and database = (select oid from pg_database where datname = current_database())
  and (classid::bigint << 32 | objid::bigint) = ${importLock})`;

const importRow = importView.omit({ can: true }).extend({ id: importId, cancelledBy: personId.nullable(), hasFile: z.boolean() });
export type ImportRow = z.output<typeof importRow>;

/** A run of the command line that nobody keeps the lock of was killed; one of the server goes on by itself. */
const rows = `select r.id, r.version,
    case when r.state = 'running' and r.brought_by is null and not ${isLocked} then 'interrupted' else r.state end as state,
    r.is_dry as "isDry", r.is_strict as "isStrict", r.state = 'running' and r.cancelled_by is not null as "isCancelling",
    r.file_name as "fileName", r.source, r.byte_size::float8 as "byteSize", r.byte_offset::float8 as "readSize", r.line as "lineCount",
    coalesce(nullif(r.counts, '{}'), '{"types":{},"rejected":0,"unknownFields":{}}') as counts, r.failure,
    case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as "broughtBy",
    iso(r.started_at) as "startedAt", iso(r.ended_at) as "endedAt", iso(r.kept_until) as "keptUntil",
    r.cancelled_by as "cancelledBy", r.kept_until is not null as "hasFile"
  from import_runs r left join people p on p.id = r.brought_by`;

export const importById = query('import.by-id', importRow, `${rows} where r.id = $1`);

/** As `importById`, and nobody else changes it until the end of the transaction. */
export const importForChange = query('import.for-change', importRow, `${rows} where r.id = $1 for update of r`);

/** $1 administrator, $2 client id */
export const importByClientId = query('import.by-client-id', importRow, `${rows} where r.brought_by = $1 and r.client_id = $2`);

/** $1 cursor moment, $2 cursor id, $3 limit */
export const importsPage = query(
  'import.page',
  importRow,
  `${rows} where ($1::timestamptz is null or (date_trunc('milliseconds', r.started_at), r.id) < ($1, $2::uuid))
   order by date_trunc('milliseconds', r.started_at) desc, r.id desc limit $3`,
);

/** Whether a file is read now, by whomever, other than this one. $1 import */
export const otherImportRuns = query(
  'import.other-runs',
  z.object({ runs: z.boolean() }),
  `select ${isLocked} or exists (select 1 from import_runs where state = 'running' and brought_by is not null and id <> $1) as runs`,
);

/** $1 import */
export const forgetRejections = query('import.forget-rejections', z.object({}), 'delete from import_rejections where run_id = $1');
