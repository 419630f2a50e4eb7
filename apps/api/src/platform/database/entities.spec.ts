import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('entities', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  /** `table.column type`, with `null` where there may be none. */
  const schema = async (): Promise<string[]> => {
    const { rows } = await server.database.pool.query<{ column: string }>(
      `select format('%s.%s %s%s', c.relname, a.attname, format_type(a.atttypid, null), case when a.attnotnull then '' else ' null' end) as column
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    );
    return rows.map(({ column }) => column);
  };

  it('name columns that the schema has, of their types, and say where there may be nothing', async () => {
    const { entityMetadatas, driver } = server.database.dataSource;
    const said = entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map((column) => {
        const type = `${driver.normalizeType(column)}${column.isArray ? '[]' : ''}`;
        return `${tableName}.${column.databaseName} ${type}${column.isNullable ? ' null' : ''}`;
      }),
    );

    const there = new Set(await schema());
    expect(said.filter((column) => !there.has(column))).toEqual([]);
  });
});
