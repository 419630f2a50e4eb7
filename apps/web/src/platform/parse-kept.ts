import type { z } from 'zod';

/** What this browser kept, if it still has the shape we expect; null for nothing, for garbage, and for the shape of another version. */
export const parseKept = <Schema extends z.ZodType>(schema: Schema, kept: string | null): z.output<Schema> | null => {
  try {
    const parsed = schema.safeParse(JSON.parse(kept ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};
