import type { ClientBase } from 'pg';

export interface CopiedTable {
  readonly name: string;
  /** Those that hold what was written; what PostgreSQL computes it computes again. */
  readonly columns: readonly string[];
}

/** Made by the migrations themselves, or by the restore. */
const leftOut = ['migrations', 'unfinished_restore'];

/** Every table of ours as it is now, found in the catalogue: a table that is added later is in the next backup by itself. */
export const copiedTables = async (client: ClientBase): Promise<CopiedTable[]> => {
  const { rows } = await client.query<CopiedTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     group by c.relname order by c.relname`,
    [leftOut],
  );
  return rows;
};

export interface CopiedSequence {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

export const copiedSequences = async (client: ClientBase): Promise<CopiedSequence[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S'
       and relname <> 'migrations_id_seq' order by relname`,
  );
  const sequences: CopiedSequence[] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<Omit<CopiedSequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${client.escapeIdentifier(name)}`,
    );
    sequences.push(...states.map((state) => ({ name, ...state })));
  }
  return sequences;
};

/** The same text everywhere, whatever the two servers are set to. */
export const portableText = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;
