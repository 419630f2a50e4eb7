import type { ImportType } from '@landbridge/contract/import';
import { importLines, importRejection, mostRejections } from '@landbridge/contract/import';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import type { Rejection } from './parse-line.ts';

const isType = (text: string): text is ImportType => text in importLines;
export const importType = z.string().refine(isType);
const nothing = z.object({});

/** $1 [{ type, id, source, sourceId }] */
export const thingsOfSources = query(
  'import.things',
  z.object({ type: importType, name: z.string(), id: z.uuid(), hash: z.string(), mark: z.string().nullable() }),
  `select t.type, w.id as name, t.id, t.content_hash as hash, nullif(t.mark, 'made here') as mark
   from jsonb_to_recordset($1::jsonb) as w(type text, id text, source text, "sourceId" text)
   join imported_things t on t.source = w.source and t.type = w.type and t.source_id = w."sourceId"`,
);

const tables = {
  unit: 'units',
  person: 'people',
  community: 'communities',
  thread: 'threads',
  message: 'messages',
  issue: 'practice_issues',
  artifact: 'artifacts',
  session: 'sessions',
};

/** $1 [{ type, id }]: those that are there. */
export const existingThings = query(
  'import.existing',
  z.object({ type: importType, id: z.uuid() }),
  `with wanted as (select type, id::uuid as id from jsonb_to_recordset($1::jsonb) as w(type text, id text))
   ${Object.entries(tables)
     .map(([type, table]) => `select w.type, w.id from wanted w join ${table} x on x.id = w.id where w.type = '${type}'`)
     .join(' union all ')}`,
);

/** In which state things are: another one than they were left in tells that they were changed here. $1 ids */
export const marksOf = query(
  'import.marks',
  z.object({ id: z.uuid(), mark: z.string() }),
  `select id, name || coalesce(closed_on::text, '') as mark from units where id = any($1::uuid[])
   union all select id, name || ' ' || profile_version as mark from people where id = any($1::uuid[])
   union all select id, version::text from communities where id = any($1::uuid[])
   union all select i.id, i.version::text || case when last.id is not null and last.imported_from is null then ' spoken in' else '' end
     from practice_issues i join threads t on t.id = i.id left join messages last on last.id = t.last_message_id where i.id = any($1::uuid[])
   union all select t.id, t.version::text || case when last.id is not null and last.imported_from is null then ' spoken in' else '' end
     from threads t left join messages last on last.id = t.last_message_id where t.id = any($1::uuid[]) and t.issue_id is null
   union all select id, version::text || case when deleted_at is not null then ' deleted' when hidden_at is not null then ' hidden' else '' end from messages where id = any($1::uuid[])`,
);

/** $1 [{ source, type, sourceId, id, hash, mark }] */
export const rememberThings = query(
  'import.remember',
  nothing,
  `insert into imported_things (source, type, source_id, id, content_hash, mark)
   select source, type, "sourceId", id, hash, mark
   from jsonb_to_recordset($1::jsonb) as r(source text, type text, "sourceId" text, id uuid, hash text, mark text)
   on conflict (source, type, source_id) do update set content_hash = excluded.content_hash, mark = excluded.mark`,
);

/** $1 addresses */
export const peopleByEmail = query(
  'import.people-by-email',
  z.object({ id: z.uuid(), email: z.string() }),
  `select id, email from people where email = any($1::text[])`,
);

/** $1 source, $2 names: people of that source whom only one is called so. */
export const peopleByName = query(
  'import.people-by-name',
  z.object({ id: z.uuid(), name: z.string() }),
  `select min(p.id::text)::uuid as id, p.name from people p join imported_things t on t.id = p.id
   where t.source = $1 and t.type = 'person' and p.name = any($2::text[]) group by p.name having count(*) = 1`,
);

export const namesOf = query(
  'import.names',
  z.object({ id: z.uuid(), name: z.string() }),
  `select id, name from people where id = any($1::uuid[])`,
);

/** $1 messages */
export const quotedSources = query(
  'import.quoted-sources',
  z.object({ id: z.uuid(), authorId: z.uuid(), markdown: z.string() }),
  `select id, author_id as "authorId", markdown from messages where id = any($1::uuid[]) and deleted_at is null and hidden_at is null`,
);

export const runOfFile = query(
  'import.run-of-file',
  z.object({ id: z.uuid(), offset: z.coerce.number(), line: z.int(), counts: z.unknown(), state: z.string() }),
  `select id, byte_offset as "offset", line, counts, state from import_runs where file_hash = $1 and source = $2 and brought_by is null order by started_at desc limit 1`,
);

export const runById = query(
  'import.run-by-id',
  z.object({ id: z.uuid(), offset: z.coerce.number(), line: z.int(), counts: z.unknown(), state: z.string() }),
  `select id, byte_offset as "offset", line, counts, state from import_runs where id = $1`,
);

/** $1 run, $2 offset, $3 line, $4 counts, $5 state, $6 now */
export const reachRun = query(
  'import.reach',
  nothing,
  `update import_runs set byte_offset = $2, line = $3, counts = $4, state = $5, changed_at = $6,
     ended_at = case when $5 = 'running' then null else $6::timestamptz end where id = $1`,
);

/** What is left of an issue's life goes on here: who was answered three weeks ago is asked what happened, unless that is long past. */
const isUnfinished = `i.state in ('answered', 'tried') and i.outcome_asked_at is null
  and i.id in (select id from imported_things where source = $1 and type = 'issue')`;

/** $1 source, $2 now */
export const askForOutcomes = query(
  'import.ask-for-outcomes',
  nothing,
  `update practice_issues i set outcome_asked_at = i.answered_at + interval '21 days'
   where ${isUnfinished} and i.answered_at between $2::timestamptz - interval '60 days' and $2::timestamptz - interval '21 days'`,
);

/** The same for whoever was answered since then: asked when the time comes. $1 source, $2 now, $3 job */
export const askForOutcomesLater = query(
  'import.ask-for-outcomes-later',
  nothing,
  `select graphile_worker.add_job($3, json_build_object('id', i.id), job_key => 'ask for outcome ' || i.id, run_at => i.answered_at + interval '21 days')
   from practice_issues i where ${isUnfinished} and i.answered_at > $2::timestamptz - interval '21 days'`,
);

const mostCharacters = 10_000;

/** What `keepRejections` is given: texts as PostgreSQL can hold them, of a length that a report can show. */
export const keptRejections = (runId: string, rejections: readonly Rejection[]): readonly unknown[] => {
  const kept = rejections.map((rejection) => ({ ...rejection, text: rejection.text.replaceAll('\0', '').slice(0, mostCharacters) }));
  return [runId, JSON.stringify(kept), mostRejections];
};

/** $1 run, $2 [{ number, reason, text }], $3 most */
export const keepRejections = query(
  'import.keep-rejections',
  nothing,
  `insert into import_rejections (run_id, line, reason, text)
   select $1, number, reason, text from jsonb_to_recordset($2::jsonb) as r(number int, reason text, text text)
   where (select count(*) from import_rejections where run_id = $1) < $3
   on conflict (run_id, line) do nothing`,
);

/** $1 run, $2 after line, $3 limit */
export const rejectionsOf = query(
  'import.rejections',
  importRejection,
  `select line, reason, text from import_rejections where run_id = $1 and line > $2 order by line limit $3`,
);

/** An organisation of its own for a database without one. $1 source, $2 whether a demo, $3 time zone, $4 now */
export const madeOrganisation = query(
  'import.made-organisation',
  nothing,
  `insert into organisations (id, name, language, time_zone, is_demo, created_at) values (1, $1, 'en', $3, $2, $4) on conflict do nothing`,
);

/** Until now its name was that of the source. $1 source */
export const nameOrganisation = query(
  'import.name-organisation',
  nothing,
  `update organisations set name = root.name from (select name from units where parent_id is null order by since, id limit 1) as root
   where organisations.name = $1`,
);

/** An export that comes into a database which never made one keeps its name. $1 installation */
export const adoptInstallation = query(
  'import.adopt-installation',
  nothing,
  `update organisations set installation_id = $1 where installation_id is null`,
);
