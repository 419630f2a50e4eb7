import { runMigrations } from 'graphile-worker';
import { DataSource } from 'typeorm';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';

/** Any number will do as long as nothing else in this database locks it. */
const migrationLock = 7_205_188_117;

/** Brings the schema up to date; processes that start together take turns. */
export const migrate = async (database: Database): Promise<void> => {
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await database.dataSource.runMigrations({ transaction: 'each' });
    await runMigrations({ pgPool: database.pool });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    client.release();
  }
};

/** Runs these migrations only, in their order: the schema that an older version had. */
export const migrateThrough = async (databaseUrl: string, names: readonly string[]): Promise<void> => {
  const wanted = migrations().filter(({ name }) => names.includes(name));
  const dataSource = new DataSource({ type: 'postgres', url: databaseUrl, migrations: wanted, installExtensions: false });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
};
