import { z } from 'zod';
import { importId, personId } from '../ids.ts';
import { instant, version } from '../primitives.ts';

/**
 * `received`: the file is here and nothing was done with it. `stopped`: a strict run met a line that cannot be used. `interrupted`: a run
 * on the command line was killed; the same command goes on where it was.
 */
export const importState = z.enum(['received', 'running', 'finished', 'stopped', 'cancelled', 'failed', 'interrupted']);
export type ImportState = z.infer<typeof importState>;

/** Why a run failed: its file is gone or cannot be read, or something broke, which the log of the server tells. */
export const importFailure = z.enum(['file-gone', 'file-unreadable', 'internal']);
export type ImportFailure = z.infer<typeof importFailure>;

const countsOfType = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), kept: z.int() });

/** What became of the lines so far. `kept` were made or changed here and stay so; `unknownFields` counts fields that were left out. */
export const importCounts = z.object({
  types: z.record(z.string(), countsOfType),
  rejected: z.int(),
  unknownFields: z.record(z.string(), z.int()),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** What somebody may do with an import; reading what was rejected is reading the file. */
export const importAbility = z.enum(['start', 'cancel', 'readRejections']);
export type ImportAbility = z.infer<typeof importAbility>;

/** One file of a history, and what was last done with it. */
export const importView = z.object({
  id: importId,
  /** Grows with each start. */
  version,
  state: importState,
  /** The run only looks: everything is taken back. */
  isDry: z.boolean(),
  /** The run stops at the first line that cannot be used. */
  isStrict: z.boolean(),
  isCancelling: z.boolean(),
  fileName: z.string(),
  /** What the history calls where it comes from. */
  source: z.string(),
  /** Unpacked; null for a file of the command line. */
  byteSize: z.int().nullable(),
  /** How much of it was read. */
  readSize: z.int(),
  lineCount: z.int(),
  counts: importCounts,
  failure: importFailure.nullable(),
  /** Null on the command line. */
  broughtBy: z.object({ id: personId, name: z.string() }).nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Until when the file waits on the server; null when it is gone. */
  keptUntil: instant.nullable(),
  can: z.record(importAbility, z.boolean()),
});
export type ImportView = z.infer<typeof importView>;

/** A line that could not be used, and why. A text beyond 10,000 characters is cut. */
export const importRejection = z.object({ line: z.int(), reason: z.string(), text: z.string() });
export type ImportRejection = z.infer<typeof importRejection>;

/** Most rejected lines that are kept of one run; the rest is counted. */
export const mostRejections = 10_000;
