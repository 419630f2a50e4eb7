import { z } from 'zod';
import { problem } from '../http/problem-error.ts';

/** The place in a list as opaque text: the sort key of the last row given. */
export const writeCursor = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Parts of a sort key as PostgreSQL understands them: a cursor can be written by anybody. */
export const cursorText = z.string().regex(/^[^\0]*$/);
export const cursorInstant = z.iso.datetime().regex(/^[12]\d{3}-/);

/** @throws request.invalid when it is not one of ours */
export const readCursor = <Key extends z.ZodType>(cursor: string | undefined, key: Key): z.output<Key> | null => {
  if (cursor === undefined) return null;
  const parsed = key.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw problem('request.invalid', { errors: [{ field: 'cursor', message: 'is not from this list' }] });
  return parsed.data;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Rows for one page when one more than `limit` was read, and whether there are more. */
export const cutPage = <Row>(rows: readonly Row[], limit: number): { page: Row[]; hasMore: boolean } => ({
  page: rows.slice(0, limit),
  hasMore: rows.length > limit,
});

/** Text for the right side of LIKE, so that % and _ stand for themselves. */
export const likeText = (text: string): string => text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
