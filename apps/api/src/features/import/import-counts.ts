import { importCounts, type ImportCounts } from '@landbridge/contract/import';
import type { Batch } from './batch.ts';
import type { ParsedLine, Rejection } from './parse-line.ts';

const none: ImportCounts = { types: {}, rejected: 0, unknownFields: {} };
const mostFieldNames = 100;

export const countsFrom = (stored: unknown): ImportCounts => importCounts.safeParse(stored).data ?? none;

export const addCounts = (
  { types, rejected, unknownFields }: ImportCounts,
  { outcomes }: Pick<Batch, 'outcomes'>,
  lines: readonly ParsedLine[],
  rejections: readonly Rejection[],
): ImportCounts => {
  const nextTypes = { ...types };
  for (const { type, outcome } of outcomes) {
    const before = nextTypes[type] ?? { new: 0, changed: 0, unchanged: 0, kept: 0 };
    nextTypes[type] = { ...before, [outcome]: before[outcome] + 1 };
  }
  const fields = { ...unknownFields };
  for (const { line, unknownFields: unknown } of lines)
    for (const field of unknown) {
      const name = `${line.type}.${field.slice(0, 60)}`;
      if (name in fields || Object.keys(fields).length < mostFieldNames) fields[name] = (fields[name] ?? 0) + 1;
    }
  return { types: nextTypes, rejected: rejected + rejections.length, unknownFields: fields };
};

/** Lines that changed something here. */
export const writtenIn = ({ types }: ImportCounts): number =>
  Object.values(types).reduce((sum, { new: fresh, changed }) => sum + fresh + changed, 0);
