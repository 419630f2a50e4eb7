import { Injectable } from '@nestjs/common';
import { communityId, type CommunityId, type PersonId } from '@landbridge/contract';
import { memberRole, visibility, type CommunityAbility } from '@landbridge/contract/communities';
import { communityAbilities } from '@landbridge/domain/communities';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import type { Reader } from '../../platform/database/reader.ts';
import { problem } from '../../platform/http/problem-error.ts';

/**
 * Who may read what is said in a community, in SQL for lists: the twin of `communityAbilities(…).read`, proved equal by a property test.
 * `viewer` is the parameter that holds the person's id.
 */
export const readableCommunity = (community: string, viewer: string): string =>
  `(${community}.visibility = 'open' or exists (
     select 1 from community_members reader where reader.community_id = ${community}.id and reader.person_id = ${viewer}))`;

/** Who may know that there is the community, its charter and leaders: the twin of `communityAbilities(…).see`, proved equal too. */
export const visibleCommunity = (community: string, viewer: string): string =>
  `(${community}.visibility <> 'private' or exists (
     select 1 from community_members seer where seer.community_id = ${community}.id and seer.person_id = ${viewer}))`;

const standing = z.object({
  id: communityId,
  name: z.string(),
  visibility,
  version: z.int(),
  isEnded: z.boolean(),
  role: memberRole.nullable(),
});
export type CommunityStanding = z.output<typeof standing>;

const facts = `select c.id, c.name, c.visibility, c.version, c.closed_at is not null as "isEnded", m.role
   from communities c left join community_members m on m.community_id = c.id and m.person_id = $2 where c.id = $1`;
const communityFacts = query('communities.facts', standing, facts);
const lockedCommunityFacts = query('communities.locked-facts', standing, `${facts} for update of c`);

/** The only way to a community: by asking for a right to it. Missing and unreadable are the same. */
@Injectable()
export class CommunityAccess {
  /** @throws community.not-found, community.ask-first, community.ended, community.not-allowed */
  get(reader: Reader, actorId: PersonId, id: CommunityId, ability: CommunityAbility): Promise<CommunityStanding> {
    return this.granted(reader.one(communityFacts, [id, actorId]), ability);
  }

  /** As `get`, and locked until the transaction ends: the right still holds at commit. */
  forChange(reader: Reader, actorId: PersonId, id: CommunityId, ability: CommunityAbility): Promise<CommunityStanding> {
    return this.granted(reader.one(lockedCommunityFacts, [id, actorId]), ability);
  }

  private async granted(found: Promise<CommunityStanding | null>, ability: CommunityAbility): Promise<CommunityStanding> {
    const community = await found;
    const can = community && communityAbilities(community);
    if (!community || !can?.see) throw problem('community.not-found');
    if (can[ability]) return community;
    if (!can.read) throw problem('community.ask-first');
    const wouldBe = communityAbilities({ ...community, isEnded: false });
    throw problem(community.isEnded && wouldBe[ability] ? 'community.ended' : 'community.not-allowed');
  }
}
