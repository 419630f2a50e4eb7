import type { Reader } from '../../platform/database/reader.ts';
import { unitPaths } from './units.queries.ts';

/**
 * Finds open units as people write them: `Offshore / Bogies`, or `Bogies` alone where only one unit has that name. Capitals do not matter.
 * @returns the unit's id, or null when there is none, or more than one
 */
export const unitFinder = async (reader: Reader): Promise<(written: string) => string | null> => {
  const ids = new Map<string, string | null>();
  for (const { id, name, path } of await reader.rows(unitPaths, [])) {
    ids.set(keyOf(path.join('/')), id);
    if (path.length > 1) ids.set(keyOf(name), ids.has(keyOf(name)) ? null : id);
  }
  return (written) => ids.get(keyOf(written)) ?? null;
};

const keyOf = (written: string): string =>
  written
    .normalize('NFC')
    .toLowerCase()
    .split('/')
    .map((part) => part.trim())
    .join('/');
