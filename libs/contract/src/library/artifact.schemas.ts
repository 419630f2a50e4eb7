import { z } from 'zod';
import { communitySummary } from '../communities/community.schemas.ts';
import { fileViews, mostFiles } from '../files/file.schemas.ts';
import { artifactId, communityId, issueId, messageId, personId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { exactText, instant, line, version } from '../primitives.ts';

export const artifactTitle = line(160);
/** Most characters of Markdown in an artifact. */
export const artifactTextLimit = 60_000;
export const artifactText = exactText(artifactTextLimit).regex(/\S/, 'must say something');
/** The communities in which an artifact is at home. */
export const mostHomes = 20;
export const artifactHomes = z
  .array(communityId)
  .min(1)
  .max(mostHomes)
  .transform((ids) => [...new Set(ids)]);

export const artifactAbility = z.enum(['read', 'edit']);
export type ArtifactAbility = z.infer<typeof artifactAbility>;

/** An artifact in a list. `homes` are those of its communities that the reader may read. */
export const artifactRow = z.object({
  id: artifactId,
  title: z.string(),
  excerpt: z.string(),
  version,
  author: personSummary,
  homes: z.array(communitySummary).max(mostHomes * 2),
  fileCount: z.int().min(0).max(mostFiles),
  createdAt: instant,
  changedAt: instant,
});
export type ArtifactRow = z.infer<typeof artifactRow>;

/** Where an artifact was kept from. Null also when the reader may not see that place. */
export const keptFrom = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issue'), issueId, title: z.string() }),
  z.object({ kind: z.literal('message'), messageId, title: z.string() }),
]);
export type KeptFrom = z.infer<typeof keptFrom>;

export const artifactView = artifactRow.extend({
  markdown: z.string(),
  /** Rendered and sanitised by the server. It holds ids of people, never names. */
  html: z.string(),
  /** People mentioned in the text, with today's name. */
  named: z.array(z.object({ id: personId, name: z.string() })).max(300),
  files: fileViews,
  keptFrom: keptFrom.nullable(),
  can: z.record(artifactAbility, z.boolean()),
});
export type ArtifactView = z.infer<typeof artifactView>;

export const artifactList = z.object({ artifacts: z.array(artifactRow).max(100), nextCursor: z.string().nullable() });
export type ArtifactList = z.infer<typeof artifactList>;

/** An artifact as it was written once. */
export const artifactVersionRow = z.object({ version, title: z.string(), writtenBy: personSummary, writtenAt: instant });
export type ArtifactVersionRow = z.infer<typeof artifactVersionRow>;
export const artifactVersionView = artifactVersionRow.extend({ markdown: z.string(), files: fileViews });
export type ArtifactVersionView = z.infer<typeof artifactVersionView>;
