import {
  importedPerson,
  mostFileBytes,
  mostImportedLines,
  organisationRole,
  type FileFault,
  type ImportedPerson,
} from '@landbridge/contract/people';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

interface FaultyLine {
  readonly line: number;
  readonly fault: FileFault;
  /** The beginning of the cell that is wrong. */
  readonly value: string;
}

interface Line {
  readonly line: number;
  readonly person: ImportedPerson;
}

export interface ReadFile {
  readonly lines: readonly Line[];
  readonly faults: readonly FaultyLine[];
  readonly ignoredColumns: readonly string[];
}

type Column = 'name' | 'email' | 'unit' | 'roles';

const columnNames: Readonly<Record<string, Column>> = { name: 'name', email: 'email', 'e-mail': 'email', unit: 'unit', roles: 'roles' };
const separators = [',', ';', '\t'] as const;
const record = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });

/**
 * Reads people from CSV (RFC 4180) in UTF-8, or in UTF-16 with its mark, separated by commas, semicolons or tabs. The first line names the
 * columns: `name` and `email`, and if wanted `unit` and `roles`. Cells are text, whatever they begin with.
 */
export const readPeopleFile = (content: Buffer): ReadFile => {
  if (content.length > mostFileBytes) return unusable('too-large');
  if (content.subarray(0, 2).toString('latin1') === 'PK') return unusable('workbook');
  const text = decode(content);
  if (text === null) return unusable('not-utf-8');
  const records = split(text);
  if (!Array.isArray(records)) return { lines: [], faults: [records], ignoredColumns: [] };
  const [header, ...rows] = records;
  if (!header || rows.length === 0) return unusable('empty');
  if (rows.length > mostImportedLines) return unusable('too-many-lines', String(rows.length));
  const columns = header.record.map((cell) => columnNames[cell.toLowerCase()] ?? null);
  const fault = faultOf(columns);
  if (fault) return unusable(fault, header.record.join(', '));
  return { ...readRows(rows, columns), ignoredColumns: header.record.filter((_, index) => columns[index] === null) };
};

/** The text, or null when the bytes are of another encoding: guessing one would spoil names silently. */
const decode = (content: Buffer): string | null => {
  const mark = content.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
};

/** The separator that the first line has most of. */
const separatorOf = (text: string): string => {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const count = (separator: string) => first.split(separator).length;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
};

const split = (text: string): z.output<typeof record>[] | FaultyLine => {
  try {
    const parsed: unknown = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      trim: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      max_record_size: 10_000,
    });
    return z.array(record).parse(parsed);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: typeof error['lines'] === 'number' ? error['lines'] : 1, fault: 'broken-quotes', value: '' };
  }
};

const faultOf = (columns: readonly (Column | null)[]): FileFault | null => {
  const known = columns.filter((column) => column !== null);
  if (!known.includes('name')) return 'no-name-column';
  if (!known.includes('email')) return 'no-email-column';
  return new Set(known).size < known.length ? 'repeated-column' : null;
};

const readRows = (rows: readonly z.output<typeof record>[], columns: readonly (Column | null)[]) => {
  const lines: Line[] = [];
  const faults: FaultyLine[] = [];
  const seen = new Set<string>();
  for (const { record: cells, info } of rows) {
    const read = readCells(cells, columns);
    if ('fault' in read) faults.push({ ...read, line: info.lines });
    else if (seen.has(read.email)) faults.push({ line: info.lines, fault: 'repeated-email', value: read.email });
    else {
      seen.add(read.email);
      lines.push({ line: info.lines, person: read });
    }
  }
  return { lines, faults };
};

const readCells = (cells: readonly string[], columns: readonly (Column | null)[]): ImportedPerson | Omit<FaultyLine, 'line'> => {
  if (cells.length !== columns.length) return { fault: 'wrong-number-of-cells', value: beginning(cells.join(', ')) };
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const roles = cell('roles')
    .split(/[,;|]/)
    .map((role) => role.trim().toLowerCase())
    .filter((role) => role !== '');
  const unknown = roles.find((role) => !organisationRole.safeParse(role).success);
  if (unknown !== undefined) return { fault: 'unknown-role', value: beginning(unknown) };
  const parsed = importedPerson.safeParse({ name: cell('name'), email: cell('email'), unit: cell('unit'), roles: [...new Set(roles)] });
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues[0]?.path[0];
  if (wrong === 'email') return { fault: 'wrong-email', value: beginning(cell('email')) };
  return wrong === 'unit'
    ? { fault: 'unknown-unit', value: beginning(cell('unit')) }
    : { fault: 'wrong-name', value: beginning(cell('name')) };
};

const unusable = (fault: FileFault, value = ''): ReadFile => ({
  lines: [],
  faults: [{ line: 1, fault, value: beginning(value) }],
  ignoredColumns: [],
});

const beginning = (text: string): string => [...text].slice(0, 80).join('');
