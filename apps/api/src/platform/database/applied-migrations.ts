import type { ClientBase, Pool } from 'pg';

/** Names of the migrations that made this database what it is, in their order; none when it was never ours. */
export const appliedMigrations = async (database: ClientBase | Pool): Promise<string[]> => {
  const { rows: found } = await database.query<{ isThere: boolean }>(`select to_regclass('migrations') is not null as "isThere"`);
  if (!found[0]?.isThere) return [];
  const { rows } = await database.query<{ name: string }>('select name from migrations order by timestamp');
  return rows.map(({ name }) => name);
};
