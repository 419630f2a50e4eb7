import { hash } from 'node:crypto';
import { importLine, importLines, type ImportLine } from '@landbridge/contract/import';
import { z } from 'zod';
import type { FileLine } from './read-lines.ts';

export interface ParsedLine {
  readonly number: number;
  readonly text: string;
  readonly line: ImportLine;
  /** Changes when what the line says changes, whatever the order of its fields. */
  readonly hash: string;
  /** Fields that the format does not know. */
  readonly unknownFields: readonly string[];
}

/** Why a line cannot be used, in a sentence. */
export interface Rejection {
  readonly number: number;
  readonly text: string;
  readonly reason: string;
}

const object = z.record(z.string(), z.unknown());
const types: ReadonlySet<string> = new Set(Object.keys(importLines));
const fieldsOf = new Map(Object.entries(importLines).map(([type, schema]) => [type, new Set(Object.keys(schema.shape))]));

export const parseLine = ({ number, text, fault }: FileLine): ParsedLine | Rejection => {
  const reject = (reason: string): Rejection => ({ number, text, reason });
  if (fault === 'too-long') return reject('The line is longer than 1 MiB.');
  if (fault === 'not-utf-8') return reject('The line is not UTF-8.');
  const given = object.safeParse(parsedJson(text));
  if (!given.success) return reject('The line is not a JSON object.');
  const type = String(given.data['type']);
  const fields = fieldsOf.get(type);
  if (!types.has(type) || !fields) return reject(`The type “${type.slice(0, 60)}” is unknown.`);
  const unknownFields = Object.keys(given.data).filter((field) => !fields.has(field));
  const known = Object.fromEntries(Object.entries(given.data).filter(([field, value]) => fields.has(field) && value !== null));
  const parsed = importLine.safeParse(known);
  if (!parsed.success) return reject(sentenceOf(parsed.error));
  return { number, text, line: parsed.data, hash: hash('sha256', JSON.stringify(parsed.data), 'base64url').slice(0, 22), unknownFields };
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const sentenceOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'line'}: ${message}.`)
    .join(' ');
