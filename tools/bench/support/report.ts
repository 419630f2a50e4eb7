import { cpus, totalmem } from 'node:os';
import { writeFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string | number>>;

/** What percent of the values are at or below; `p` from 0 to 1. Values in any order. */
export const quantile = (values: readonly number[], p: number): number => {
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
};

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** Prints the machine and the table, and writes both as JSON where `--json FILE` says. */
export const report = (name: string, settings: Readonly<Record<string, unknown>>, rows: readonly Row[]): void => {
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? '',
    memoryGiB: rounded(totalmem() / 2 ** 30, 0),
    node: process.version,
  };
  process.stdout.write(`\n${name}\n${JSON.stringify({ ...machine, ...settings })}\n`);
  console.table(rows);
  const file = argument('json');
  if (file) writeFileSync(file, `${JSON.stringify({ name, machine, settings, rows }, null, 2)}\n`);
};

/** The value of `--NAME VALUE`. */
export const argument = (name: string): string | undefined => {
  const index = process.argv.indexOf(`--${name}`);
  return index === -1 ? undefined : process.argv[index + 1];
};

export const numberArgument = (name: string, fallback: number): number => Number(argument(name) ?? fallback);
