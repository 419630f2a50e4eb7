import { z } from 'zod';

/** Raised when an older Landbridge could no longer read what a newer one writes. */
export const archiveFormat = 1;

const identifier = z.string().min(1).max(63);
/** Relative, with forward slashes, and never out of the folder it is put into. */
const relativePath = z.string().regex(/^(?!\.{0,2}\/)(?!.*\/\.{1,2}(?:\/|$))(?!\.{1,2}$)[^\0\\]+$/);

/** Whose backup it is, and which schema its rows fit. */
const manifest = z.object({
  kind: z.literal('manifest'),
  format: z.number().int(),
  landbridge: z.string(),
  takenAt: z.iso.datetime(),
  migrations: z.array(identifier),
});
/** Rows as PostgreSQL's COPY writes them (text format), in these columns. */
const table = z.object({ kind: z.literal('table'), name: identifier, columns: z.array(identifier).min(1) });
/** Jobs that wait, in terms of the queue's public functions: its tables may look different where they are restored. */
const jobs = z.object({ kind: z.literal('jobs') });
const sequence = z.object({ kind: z.literal('sequence'), name: identifier, lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() });
const file = z.object({ kind: z.literal('file'), path: relativePath });
const secret = z.object({ kind: z.literal('secret'), path: relativePath });
/** An archive without it was cut off. */
const end = z.object({ kind: z.literal('end') });

export const partHeader = z.discriminatedUnion('kind', [manifest, table, jobs, sequence, file, secret, end]);
export type PartHeader = z.infer<typeof partHeader>;
export type Manifest = z.infer<typeof manifest>;

/** What the content of a part was, told after it. */
export const partSeal = z.object({ bytes: z.number().int(), lines: z.number().int(), sha256: z.string() });
export type PartSeal = z.infer<typeof partSeal>;
