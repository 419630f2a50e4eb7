import { z } from 'zod';
import { communityId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { instant, line, text, version } from '../primitives.ts';

/** Open: everybody signed in reads, posting joins. Private: invisible to everybody who is not a member. */
export const visibility = z.enum(['open', 'private']);
export type Visibility = z.infer<typeof visibility>;

/** Conveners and stewards lead; sponsors give legitimacy. */
export const memberRole = z.enum(['convener', 'steward', 'sponsor', 'member']);
export type MemberRole = z.infer<typeof memberRole>;

export const communityAbility = z.enum(['read', 'join', 'leave', 'openThread', 'edit', 'appoint']);
export type CommunityAbility = z.infer<typeof communityAbility>;
export const communityAbilitySet = z.record(communityAbility, z.boolean());

export const communityName = line(80);
/** The three texts of a charter: what we care about, who we are, what we do and share. */
export const charter = z.object({ domain: text(1_500), people: text(1_500), practice: text(1_500) });

export const communitySummary = z.object({ id: communityId, name: z.string(), visibility });
export type CommunitySummary = z.infer<typeof communitySummary>;

export const communityRow = communitySummary.extend({
  domain: z.string(),
  memberCount: z.int(),
  unitCount: z.int(),
  myRole: memberRole.nullable(),
});
export type CommunityRow = z.infer<typeof communityRow>;

export const communityView = communitySummary.extend({
  ...charter.shape,
  version,
  createdAt: instant,
  memberCount: z.int(),
  unitCount: z.int(),
  leaders: z.array(personSummary.extend({ role: memberRole })).max(20),
  myRole: memberRole.nullable(),
  can: communityAbilitySet,
});
export type CommunityView = z.infer<typeof communityView>;

export const memberView = personSummary.extend({ role: memberRole, joinedAt: instant });
export type MemberView = z.infer<typeof memberView>;
