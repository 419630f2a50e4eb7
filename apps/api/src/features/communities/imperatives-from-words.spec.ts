import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateThrough } from '../../platform/database/migrate.ts';
import { migrations } from '../../platform/database/migrations.ts';
import { createEmptyDatabase, type TestDatabase } from '../../testing/test-database.ts';

/** What charters said of business imperatives in their own words, before those had names. */
const communities = [
  { name: 'Bolts', visibility: 'open', imperative: 'Fewer hours a bolt' },
  { name: 'Gears', visibility: 'closed', imperative: ' fewer  HOURS a bolt' },
  { name: 'Nuts', visibility: 'private', imperative: 'Fewer hours a bolt' },
  { name: 'Merger', visibility: 'private', imperative: 'Sell the blade works' },
  { name: 'Oil', visibility: 'open', imperative: '' },
];

describe('imperatives from the words of charters', () => {
  const names = migrations().map(({ name }) => name);
  const at = names.findIndex((name) => name.startsWith('Imperatives'));
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    await migrateThrough(database.url, names.slice(0, at));
    client = new Client({ connectionString: database.url });
    await client.connect();
    for (const { name, visibility, imperative } of communities)
      await client.query(
        `insert into communities (id, name, visibility, domain, people, practice, imperative, client_id, created_at)
         values (gen_random_uuid(), $1, $2, 'Joints.', '', '', $3, gen_random_uuid(), now())`,
        [name, visibility, imperative],
      );
    await migrateThrough(database.url, names.slice(0, at + 1));
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('are one for the same words, without an owner, and linked', async () => {
    const { rows } = await client.query(
      `select lower(i.name) as name, i.owner_id, array_agg(c.name order by c.name) as served from imperatives i
       join community_imperatives s on s.imperative_id = i.id join communities c on c.id = s.community_id group by i.id`,
    );

    expect(rows).toEqual([{ name: 'fewer hours a bolt', owner_id: null, served: ['Bolts', 'Gears', 'Nuts'] }]);
  });

  it('are none where only a private community said it: it reads its words in its charter', async () => {
    const { rows } = await client.query(`select domain, version from communities where name = 'Merger'`);

    expect(rows).toEqual([{ domain: 'Joints.\n\nSell the blade works', version: 2 }]);
    expect((await client.query('select name from imperatives')).rowCount).toBe(1);
  });
});
