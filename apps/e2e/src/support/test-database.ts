import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database of the test cluster; the server that starts on it makes its schema. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const name = `journey_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name}`);
  return {
    url: clusterUrl().replace(/\/[^/]*$/, `/${name}`),
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
};

const clusterUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the journeys through npm test.');
  return url;
};

const administer = async (statement: string): Promise<void> => {
  const client = new Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
