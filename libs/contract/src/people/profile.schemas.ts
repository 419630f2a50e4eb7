import { z } from 'zod';
import { issueId, communityId, milestoneId, threadId } from '../ids.ts';
import { day, line, text, version } from '../primitives.ts';
import { personSummary } from './people.schemas.ts';

/** What people say of themselves. `topics` is what they like to be asked about, `about` is Markdown. */
export const profileTexts = z.object({
  title: text(120),
  place: text(120),
  languages: z.array(line(40)).max(8),
  topics: z.array(line(60)).max(12),
  about: text(4_000),
});
export type ProfileTexts = z.infer<typeof profileTexts>;

export const milestoneKind = z.enum(['joined', 'first-outcome-told', 'convened-cross-unit']);
export type MilestoneKind = z.infer<typeof milestoneKind>;

/** Something on a person's way. `title` names the community, issue or thread it happened in. */
export const milestone = z.object({
  id: milestoneId,
  kind: milestoneKind,
  happenedOn: day,
  title: z.string(),
  link: z.string().nullable(),
  /** Only its subject sees it. */
  isPrivate: z.boolean(),
});
export type Milestone = z.infer<typeof milestone>;

/** A person as others see them; communities and milestones are those that the viewer may see. */
export const personProfile = personSummary.extend({
  isActive: z.boolean(),
  ...profileTexts.omit({ about: true }).shape,
  aboutHtml: z.string(),
  communities: z.array(z.object({ id: communityId, name: z.string(), role: z.string(), leadership: z.array(z.string()) })).max(50),
  milestones: z.array(milestone).max(100),
  can: z.object({ edit: z.boolean() }),
});
export type PersonProfile = z.infer<typeof personProfile>;

/** The own profile as it is edited. `worlds`, the worlds one has moved between, is for its subject alone. */
export const ownProfile = z.object({ version, ...profileTexts.shape, worlds: text(4_000) });
export type OwnProfile = z.infer<typeof ownProfile>;

/** Why somebody was found: their own words, what they wrote where the searcher may read it, or an issue there that a message of theirs helped in. */
export const findingReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['topic', 'title', 'about']), words: z.string() }),
  z.object({ kind: z.literal('wrote'), threadId, title: z.string() }),
  z.object({ kind: z.literal('helped'), issueId, title: z.string() }),
]);
export type FindingReason = z.infer<typeof findingReason>;

export const personFound = personSummary.extend({ title: z.string(), reasons: z.array(findingReason).max(15) });
export type PersonFound = z.infer<typeof personFound>;
