import type { QueryResultRow } from 'pg';
import { z } from 'zod';
import { Json } from '../http/json.ts';
import type { JsonQuery, NamedQuery } from './query.ts';

/** The part of a pg pool or client that reads need. */
export interface Queryable {
  query(config: { name: string; text: string; values: unknown[] }): Promise<{ rows: QueryResultRow[] }>;
}

const jsonRow = z.object({ json: z.string().nullable() });

/** Runs named queries; rows are parsed, so that a changed column is an error here and not a surprise elsewhere. */
export class Reader {
  private readonly source: () => Promise<Queryable>;

  constructor(source: () => Promise<Queryable>) {
    this.source = source;
  }

  async rows<Row extends z.ZodType>(query: NamedQuery<Row>, values: readonly unknown[]): Promise<z.output<Row>[]> {
    const rows = await this.run(query, values);
    return rows.map((row) => query.row.parse(row));
  }

  /** The first row, or null. */
  async one<Row extends z.ZodType>(query: NamedQuery<Row>, values: readonly unknown[]): Promise<z.output<Row> | null> {
    const [row] = await this.run(query, values);
    return row === undefined ? null : query.row.parse(row);
  }

  /** JSON built by PostgreSQL, or null when there is no row: passed through unread. */
  async json<Schema extends z.ZodType>(query: JsonQuery<Schema>, values: readonly unknown[]): Promise<Json<z.output<Schema>> | null> {
    const [row] = await this.run(query, values);
    const text = row === undefined ? null : jsonRow.parse(row).json;
    return text === null ? null : new Json(text);
  }

  private async run({ name, text }: { name: string; text: string }, values: readonly unknown[]): Promise<QueryResultRow[]> {
    const source = await this.source();
    const { rows } = await source.query({ name, text, values: [...values] });
    return rows;
  }
}
