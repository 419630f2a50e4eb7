import { z } from 'zod';
import { communityId, communityRequestId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { imperativeSummary } from './imperative.schemas.ts';
import { instant, line, text, version } from '../primitives.ts';

/**
 * Open: everybody signed in reads, posting joins. Closed: everybody sees charter, leaders and number of members, and asks to join.
 * Private: invisible to everybody who is not a member.
 */
export const visibility = z.enum(['open', 'closed', 'private']);
export type Visibility = z.infer<typeof visibility>;

/** Conveners and stewards lead; sponsors give legitimacy. */
export const memberRole = z.enum(['convener', 'steward', 'sponsor', 'member']);
export type MemberRole = z.infer<typeof memberRole>;

/** What members volunteer for; it carries no rights (Wenger-Trayner, Leadership groups, 2013). */
export const leadershipRole = z.enum([
  'agenda-activist',
  'community-keeper',
  'critical-friend',
  'social-reporter',
  'external-messenger',
  'value-detective',
  'organisational-broker',
]);
export type LeadershipRole = z.infer<typeof leadershipRole>;

/** Wenger, McDermott & Snyder 2002. Leaders assess it themselves; nothing demotes. */
export const stage = z.enum(['potential', 'coalescing', 'maturing', 'stewardship', 'transformation']);
export type Stage = z.infer<typeof stage>;

export const communityAbility = z.enum([
  'see',
  'read',
  'join',
  'ask',
  'leave',
  'openThread',
  'volunteer',
  'edit',
  'appoint',
  'decide',
  'close',
  'reopen',
]);
export type CommunityAbility = z.infer<typeof communityAbility>;
export const communityAbilitySet = z.record(communityAbility, z.boolean());

export const communityName = line(80);
/** The three texts of a charter: what we care about, who we are, what we do and share. */
export const charter = z.object({ domain: text(1_500), people: text(1_500), practice: text(1_500) });
/** What a charter says besides its three texts. `stageEvidence` is what the leaders go by. */
export const charterDetails = z.object({
  languages: z.array(line(40)).max(8),
  rhythm: text(120),
  stage,
  stageEvidence: text(600),
});

/** The business imperatives that the community serves, in its own order. */
export const servedImperatives = z.array(imperativeSummary).max(3);

export const communitySummary = z.object({ id: communityId, name: z.string(), visibility });
export type CommunitySummary = z.infer<typeof communitySummary>;

/** `unitCount` is null for those who may not read a closed community. */
const counts = { memberCount: z.int(), unitCount: z.int().nullable() };

export const communityRow = communitySummary.extend({
  domain: z.string(),
  ...counts,
  closedAt: instant.nullable(),
  myRole: memberRole.nullable(),
});
export type CommunityRow = z.infer<typeof communityRow>;

export const requestDecision = z.enum(['approved', 'declined', 'withdrawn']);

/** Somebody asks to join, as the leaders see it. */
export const communityRequest = z.object({
  id: communityRequestId,
  person: personSummary,
  words: z.string(),
  askedAt: instant,
  decision: requestDecision.nullable(),
  reply: z.string(),
});
export type CommunityRequestView = z.infer<typeof communityRequest>;

/** The viewer's own request: waiting, or declined with a word. */
export const ownRequest = z.object({ words: z.string(), askedAt: instant, isDeclined: z.boolean(), reply: z.string() });
export type OwnRequest = z.infer<typeof ownRequest>;

export const communityView = communitySummary.extend({
  ...charter.shape,
  ...charterDetails.shape,
  imperatives: servedImperatives,
  version,
  createdAt: instant,
  /** Closed down: read-only. Not to be mixed up with closed, the visibility. */
  closedAt: instant.nullable(),
  /** Where its members went. */
  mergedInto: z.object({ id: communityId, name: z.string() }).nullable(),
  ...counts,
  leaders: z.array(personSummary.extend({ role: memberRole })).max(20),
  /** Who took which leadership role. */
  carriers: z.array(personSummary.extend({ leadership: leadershipRole })).max(70),
  myRole: memberRole.nullable(),
  /** A member who has not looked at it since they came. */
  isNew: z.boolean(),
  myRequest: ownRequest.nullable(),
  can: communityAbilitySet,
});
export type CommunityView = z.infer<typeof communityView>;

export const memberView = personSummary.extend({ role: memberRole, joinedAt: instant });
export type MemberView = z.infer<typeof memberView>;
