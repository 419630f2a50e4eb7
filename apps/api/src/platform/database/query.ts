import type { z } from 'zod';

const statements = new Map<string, string>();

/** The SQL of every named read by its name, for whoever explains or measures them. */
export const namedStatements = (): ReadonlyMap<string, string> => statements;

/** One name is one prepared statement of a connection: two texts under one name would run whichever came first. */
const named = (name: string, text: string): string => {
  if (statements.has(name)) throw new Error(`Two reads are called ${name}.`);
  statements.set(name, text);
  return text;
};

/** A read with a name (a prepared statement of that name), the shape of its rows, and SQL with $1, $2 … */
export interface NamedQuery<Row extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly row: Row;
  readonly text: string;
}

export const query = <Row extends z.ZodType>(name: string, row: Row, text: string): NamedQuery<Row> => ({
  name,
  row,
  text: named(name, text),
});

/** A read whose one row has one column `json`, built by PostgreSQL for the contract's schema. */
export interface JsonQuery<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly schema: Schema;
  readonly text: string;
}

export const jsonQuery = <Schema extends z.ZodType>(name: string, schema: Schema, text: string): JsonQuery<Schema> => ({
  name,
  schema,
  text: named(name, text),
});
