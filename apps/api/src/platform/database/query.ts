import type { z } from 'zod';

/** A read with a name (a prepared statement of that name), the shape of its rows, and SQL with $1, $2 … */
export interface NamedQuery<Row extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly row: Row;
  readonly text: string;
}

export const query = <Row extends z.ZodType>(name: string, row: Row, text: string): NamedQuery<Row> => ({ name, row, text });

/** A read whose one row has one column `json`, built by PostgreSQL for the contract's schema. */
export interface JsonQuery<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly schema: Schema;
  readonly text: string;
}

export const jsonQuery = <Schema extends z.ZodType>(name: string, schema: Schema, text: string): JsonQuery<Schema> => ({
  name,
  schema,
  text,
});
