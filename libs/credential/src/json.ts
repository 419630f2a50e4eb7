import { CredentialError } from './credential-error.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

const maxDepth = 40;

/** Parses what may come from anybody. @throws CredentialError `document.not-json`, `document.too-deep`, `document.forbidden-key` */
export const parseJson = (text: string): Json => {
  const value: Json = readOrRefuse(text);
  refuseUnfit(value, 0);
  return value;
};

const readOrRefuse = (text: string): Json => {
  try {
    return JSON.parse(text);
  } catch {
    throw new CredentialError('document.not-json');
  }
};

const refuseUnfit = (value: Json, depth: number): void => {
  if (depth > maxDepth) throw new CredentialError('document.too-deep');
  if (isList(value)) for (const one of value) refuseUnfit(one, depth + 1);
  else if (isObject(value))
    for (const [key, one] of Object.entries(value)) {
      // Readers differ on it: an own key here, the prototype there.
      if (key === '__proto__') throw new CredentialError('document.forbidden-key', { key });
      if (one !== undefined) refuseUnfit(one, depth + 1);
    }
};

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON-LD writes one value with or without brackets; here it is a list always. */
export const listOf = (value: Json | undefined): readonly Json[] => {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
};

export const objectsIn = (value: Json | undefined): readonly JsonObject[] => listOf(value).filter(isObject);

export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

export const objectOf = (value: Json | undefined): JsonObject | undefined => (isObject(value) ? value : undefined);

/** The `id` of a thing that may be written as its id alone. */
export const idOf = (value: Json | undefined): string | undefined => textOf(isObject(value) ? value.id : value);

export const hasType = (value: JsonObject, type: string): boolean => listOf(value.type).includes(type);

/** Every text in a document, keys left out. */
export const textsIn = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
};

const plainKeywords: ReadonlySet<string> = new Set(['@context', '@value', '@language', '@direction']);

/**
 * Whether a document is written in the short terms of its contexts, and those are named by address. JSON-LD lets one graph be written
 * in many ways; a signed one that is written in another would be read by nobody as what was signed.
 */
export const isCompact = (value: Json | undefined): boolean => {
  if (isList(value)) return value.every(isCompact);
  if (!isObject(value)) return true;
  if (!listOf(value['@context']).every((context) => typeof context === 'string')) return false;
  return Object.entries(value).every(
    ([key, one]) => (key.startsWith('@') ? plainKeywords.has(key) : !key.includes(':')) && (key === '@context' || isCompact(one)),
  );
};
