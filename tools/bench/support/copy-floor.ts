import { join } from 'node:path';
import type { Client } from 'pg';

/** What an import of a history writes, but for the few rows of people and communities. */
const tables = ['threads', 'messages', 'message_mentions', 'imported_things'];

/** The least that could bring the same rows in: COPY into tables with the same columns, indexes and foreign keys. @returns seconds */
export const copyAgain = async (database: Client): Promise<number> => {
  // Where the database's own user may write.
  const { rows: settings } = await database.query(`select current_setting('data_directory') as folder`);
  const { folder } = settings[0];
  for (const table of tables) {
    await database.query(`create table floor_${table} (like ${table} including all)`);
    const { rows } = await database.query(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and conrelid = $1::regclass`,
      [table],
    );
    for (const { definition } of rows) await database.query(`alter table floor_${table} add ${definition}`);
    await database.query(`copy ${table} to '${join(folder, `${table}.copy`)}'`);
  }
  await database.query('checkpoint');
  const began = performance.now();
  await database.query('begin');
  for (const table of tables) await database.query(`copy floor_${table} from '${join(folder, `${table}.copy`)}'`);
  await database.query('commit');
  const seconds = (performance.now() - began) / 1_000;
  for (const table of tables.toReversed()) await database.query(`drop table floor_${table}`);
  return seconds;
};
