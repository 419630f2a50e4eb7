import type { ClientBase, Pool } from 'pg';

/** Whether a restore into this database was begun and cut off. */
export const isRestoreUnfinished = async (database: ClientBase | Pool): Promise<boolean> => {
  const { rows } = await database.query<{ isThere: boolean }>(`select to_regclass('unfinished_restore') is not null as "isThere"`);
  return rows[0]?.isThere ?? false;
};

/** Before the first table is made; a server that finds it does not start. */
export const markRestoreUnfinished = async (pool: Pool): Promise<void> => {
  await pool.query('create table if not exists unfinished_restore (begun_at timestamptz not null default now())');
};

/** In the transaction that loads the rows: whole and without the mark at the same moment. */
export const markRestoreFinished = async (client: ClientBase): Promise<void> => {
  await client.query('drop table unfinished_restore');
};
