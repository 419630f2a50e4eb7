import type { ClientBase, Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ArchiveWriter } from './archive-writer.ts';
import { archiveFormat } from './archive.schemas.ts';
import { copiedSequences, copiedTables, portableText, type CopiedTable } from './copied-tables.ts';
import { appliedMigrations } from '../database/applied-migrations.ts';
import { BackupRefused } from './refused.ts';
import { isRestoreUnfinished } from './unfinished-restore.ts';

/** In terms of `graphile_worker.add_job`, in the order in which they were added. */
const waitingJobs = `copy (
    select t.identifier, j.payload::text, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
      (select array_agg(flag order by flag) from jsonb_object_keys(j.flags) flag), j.attempts
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    order by j.id) to stdout`;

/** Writes everything in the database as it was at one moment, while others go on writing. @returns how many tables and rows */
export const backUpDatabase = async (
  pool: Pool,
  archive: ArchiveWriter,
  about: { landbridge: string; takenAt: Date },
): Promise<{ tables: number; rows: number }> => {
  const client = await pool.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; ${portableText}`);
    if (await isRestoreUnfinished(client))
      throw new BackupRefused('The restore into this database did not finish: there is nothing whole to back up.');
    const migrations = await appliedMigrations(client);
    if (migrations.length === 0) throw new BackupRefused('There is nothing to back up: Landbridge has never run on this database.');
    const tables = await copiedTables(client);
    // A migration that starts meanwhile waits, as it does for pg_dump: the columns stay those of the list.
    await client.query(`lock table ${tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')} in access share mode`);
    const { landbridge, takenAt } = about;
    await archive.add({ kind: 'manifest', format: archiveFormat, landbridge, takenAt: takenAt.toISOString(), migrations });
    let rows = 0;
    for (const table of tables) rows += await addTable(client, archive, table);
    // After the rows: a sequence is never behind a row that is in the backup.
    for (const sequence of await copiedSequences(client)) await archive.add({ kind: 'sequence', ...sequence });
    await archive.add({ kind: 'jobs' }, client.query(copyTo(waitingJobs)));
    return { tables: tables.length, rows };
  } finally {
    // Read only: there is nothing to commit, and an unfinished copy has no other end.
    client.release(true);
  }
};

const addTable = async (client: ClientBase, archive: ArchiveWriter, { name, columns }: CopiedTable): Promise<number> => {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyTo(`copy ${client.escapeIdentifier(name)} (${list}) to stdout`));
  const { lines } = await archive.add({ kind: 'table', name, columns: [...columns] }, rows);
  return lines;
};
