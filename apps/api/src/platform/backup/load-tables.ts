import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Part } from './archive-reader.ts';
import { copiedTables } from './copied-tables.ts';
import { BackupRefused } from './refused.ts';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Empties every table (migrations may have put rows there) and takes foreign keys and triggers away, so that tables come in any order.
 * @returns how to put them back, which checks every row
 */
export const openTables = async (client: ClientBase): Promise<() => Promise<void>> => {
  const quote = (name: string) => client.escapeIdentifier(name);
  const tables = (await copiedTables(client)).map(({ name }) => quote(name));
  const { rows: keys } = await client.query<ForeignKey>(
    `select r.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class r on r.oid = c.conrelid
     where c.contype = 'f' and c.connamespace = current_schema()::regnamespace order by r.relname, c.conname`,
  );
  for (const { table, name } of keys) await client.query(`alter table ${quote(table)} drop constraint ${quote(name)}`);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`truncate ${tables.join(', ')}`);
  return async () => {
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${quote(table)} add constraint ${quote(name)} ${definition}`);
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
  };
};

/** @throws BackupRefused when other rows arrived than were sealed */
export const loadTable = async (client: ClientBase, part: Part, target: string): Promise<number> => {
  const copying = client.query(copyFrom(`copy ${target} from stdin`));
  await pipeline(part.content, copying);
  if (copying.rowCount !== part.seal().lines)
    throw new BackupRefused(`Of ${part.seal().lines} rows of ${target} only ${copying.rowCount} arrived.`);
  return copying.rowCount;
};

export const loadJobs = async (client: ClientBase, part: Part): Promise<void> => {
  await client.query(`create temporary table restored_jobs (place bigint generated always as identity, task text, payload json, queue text,
    run_at timestamptz, max_attempts int, key text, priority int, flags text[], attempts int) on commit drop`);
  await loadTable(client, part, 'restored_jobs (task, payload, queue, run_at, max_attempts, key, priority, flags, attempts)');
  // A job that has failed for good stays so. One that was being done is done again, once: jobs have one effect however often they run.
  await client.query(`
    select from (select * from restored_jobs order by place) as r
    cross join lateral graphile_worker.add_job(r.task, r.payload, queue_name => r.queue, run_at => r.run_at, max_attempts => r.max_attempts,
      job_key => r.key, priority => r.priority, flags => r.flags) as added
    cross join lateral graphile_worker.reschedule_jobs(array[added.id], attempts => r.attempts)`);
};
