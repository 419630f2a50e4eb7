import { z } from 'zod';

/** An instant as ISO 8601 text in UTC. */
export const instant = z.iso.datetime({ offset: true });

/** A calendar day as ISO 8601 text. */
export const day = z.iso.date();

/** Characters as UTF-8 can hold them: half a surrogate pair becomes U+FFFD, here and not somewhere later. */
const wellFormed = () => z.string().overwrite((given) => given.toWellFormed());

/** One line of text without surrounding space. */
export const line = (most: number) =>
  wellFormed()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\n\r\0]*$/, 'must be one line');

/** Text of several lines; may be empty. */
export const text = (most: number) =>
  wellFormed()
    .trim()
    .max(most)
    .regex(/^[^\0]*$/, 'must not contain the null character');

/** Text that is kept to the letter, surrounding space too. */
export const exactText = (most: number) =>
  wellFormed()
    .max(most)
    .regex(/^[^\0]*$/, 'must not contain the null character');

export const email = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** A place in an order that the database counts in 32 bits. */
export const ordinal = (least: number) => z.int().min(least).max(2_000_000_000);

/** A number in a query string. */
export const queryNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Opaque place in a list: pass back what the last page gave as `nextCursor`. */
export const cursor = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/);

export const version = z.int().min(1);
