import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export const templateName = 'landbridge_template';

/** Address of a database of the test cluster. `npm test` starts the cluster and names it in TEST_DATABASE_URL. */
export const databaseUrl = (name?: string): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests through npm test.');
  return name ? url.replace(/\/[^/]*$/, `/${name}`) : url;
};

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of this test file's own. */
export const createTestDatabase = (): Promise<TestDatabase> => create(`template ${templateName} strategy file_copy`);

/** One in which nothing was ever made. */
export const createEmptyDatabase = (): Promise<TestDatabase> => create('strategy file_copy');

const create = async (how: string): Promise<TestDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await admin(`create database ${name} ${how}`);
  return { url: databaseUrl(name), drop: () => admin(`drop database if exists ${name} with (force)`) };
};

const admin = async (statement: string): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
