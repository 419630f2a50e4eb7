import { z } from 'zod';
import { imperativeId, personId } from '../ids.ts';
import { instant, line, version } from '../primitives.ts';

export const imperativeName = line(200);

/** Those that a community serves: few enough to mean something. */
export const imperativeIds = z
  .array(imperativeId)
  .max(3)
  .transform((ids) => [...new Set(ids)]);

/** A business imperative wherever it is named. Its owner is its sponsor; null while nobody is. */
export const imperativeSummary = z.object({
  id: imperativeId,
  name: z.string(),
  owner: z.object({ id: personId, name: z.string() }).nullable(),
});
export type ImperativeSummary = z.infer<typeof imperativeSummary>;

/** `communityCount` counts the communities that serve it and that the viewer may know of. */
export const imperativeView = imperativeSummary.extend({ communityCount: z.int(), closedAt: instant.nullable(), version });
export type ImperativeView = z.infer<typeof imperativeView>;
