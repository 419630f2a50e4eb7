import {
  communityChanged,
  communityMembersChanged,
  communityRequest,
  communityRow,
  communityView,
  memberRole,
  memberView,
  ownRequest,
  visibility,
} from '@landbridge/contract/communities';
import { communityId, personId } from '@landbridge/contract';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { readableCommunity, visibleCommunity } from './community.access.ts';
import { servedBy } from './imperatives.queries.ts';

/** Members who can still come: whoever closed their account is kept, and is a member again when they are brought back. */
const here = `community_members n join people who on who.id = n.person_id and who.deactivated_at is null`;

/** `inside` is whether the viewer reads the community: others see of a closed one how many its members are, and no more of them. */
const counts = (inside: string) => `
  (select count(*)::int from ${here} where n.community_id = c.id) as "memberCount",
  case when ${inside} then
    (select count(distinct um.unit_id)::int from ${here} join unit_memberships um on um.person_id = n.person_id and um.until_on is null
     where n.community_id = c.id) end as "unitCount"`;

const leaders = (inside: string) => `
  coalesce((select json_agg(leader order by rank, name) from (
    select pp.summary::jsonb || jsonb_build_object('role', l.role) as leader, case l.role when 'convener' then 0 when 'steward' then 1 else 2 end as rank, lower(pp.name) as name
    from community_members l join present_people pp on pp.id = l.person_id
    where l.community_id = c.id and pp.deactivated_at is null and (l.role in ('convener', 'steward') or (${inside} and l.role = 'sponsor'))
    order by rank, name limit 20) as led), '[]') as leaders`;

const carriers = (inside: string) => `
  coalesce((select json_agg(pp.summary::jsonb || jsonb_build_object('leadership', r.role) order by r.taken_at, r.role, pp.id)
    from leadership_roles r join present_people pp on pp.id = r.person_id where ${inside} and r.community_id = c.id and pp.deactivated_at is null), '[]') as carriers`;

const inside = `(c.visibility = 'open' or m.role is not null)`;

const ownRequestJson = `json_build_object('words', r.words, 'askedAt', iso(r.asked_at), 'isDeclined', r.decision is not null, 'reply', r.reply)`;

/** $1 viewer, $2 'all' | 'readable' | 'mine', $3 words, $4 cursor name, $5 cursor id, $6 limit, $7 imperative */
export const communitiesPage = query(
  'communities.page',
  communityRow.extend({ sortName: z.string() }),
  `select c.id, c.name, c.visibility, c.domain, iso(c.closed_at) as "closedAt", m.role as "myRole",
     lower(c.name) as "sortName", ${counts(inside)}
   from communities c left join community_members m on m.community_id = c.id and m.person_id = $1
   where ${visibleCommunity('c', '$1')}
     and ($2 <> 'mine' or m.role is not null)
     and ($2 <> 'readable' or ${readableCommunity('c', '$1')})
     and ($3 = '' or lower(c.name) like '%' || $3 || '%')
     and ($4::text is null or (lower(c.name), c.id) > ($4, $5::uuid))
     and ($7::uuid is null or exists (select 1 from community_imperatives s where s.community_id = c.id and s.imperative_id = $7))
   order by lower(c.name), c.id limit $6`,
);

/** $1 community, $2 viewer. The caller has asked for the right to see it. */
export const communityPage = query(
  'communities.community',
  communityView.omit({ can: true }),
  `select c.id, c.name, c.visibility, c.domain, c.people, c.practice, c.version, iso(c.created_at) as "createdAt",
     c.languages, c.rhythm, c.stage, case when ${inside} then c.stage_evidence else '' end as "stageEvidence",
     ${servedBy('c')} as imperatives,
     iso(c.closed_at) as "closedAt",
     (select json_build_object('id', heir.id, 'name', heir.name) from communities heir
      where heir.id = c.merged_into and ${visibleCommunity('heir', '$2')}) as "mergedInto",
     m.role as "myRole", m.seen_at is not null and m.seen_at <= m.joined_at as "isNew",
     case when m.role is null then (
       select case when r.decision is null or r.decision = 'declined' then ${ownRequestJson} end
       from community_requests r where r.community_id = c.id and r.person_id = $2 order by r.asked_at desc limit 1) end as "myRequest",
     ${counts(inside)}, ${leaders(inside)}, ${carriers(inside)}
   from communities c left join community_members m on m.community_id = c.id and m.person_id = $2 where c.id = $1`,
);

const membersChanged = `select c.id as "communityId", ${counts('true')}, ${leaders('true')}, ${carriers('true')} from communities c`;

export const membersChangedFacts = query(
  'communities.members-changed',
  communityMembersChanged.payload,
  `${membersChanged} where c.id = $1`,
);

/** The same of every community of person $1. */
export const membersChangedFactsOf = query(
  'communities.members-changed-of',
  communityMembersChanged.payload,
  `${membersChanged} where exists (select 1 from community_members own where own.community_id = c.id and own.person_id = $1)`,
);

const changed = `select c.id as "communityId", c.name, c.version, c.domain, c.people, c.practice, c.languages, c.rhythm, c.stage,
     c.stage_evidence as "stageEvidence", ${servedBy('c')} as imperatives, iso(c.closed_at) as "closedAt",
     (select json_build_object('id', heir.id, 'name', heir.name) from communities heir where heir.id = c.merged_into) as "mergedInto"
   from communities c`;

/** $1 community, as everybody in its room may see it. */
export const changedFacts = query('communities.changed', communityChanged.payload, `${changed} where c.id = $1`);

/** The same of every community that serves imperative $1. */
export const changedFactsServing = query(
  'communities.changed-serving',
  communityChanged.payload,
  `${changed} where exists (select 1 from community_imperatives s where s.community_id = c.id and s.imperative_id = $1)`,
);

export const communityByClientId = query(
  'communities.by-client-id',
  z.object({ id: communityId, name: z.string(), visibility, domain: z.string(), people: z.string(), practice: z.string() }),
  `select id, name, visibility, domain, people, practice from communities where created_by = $1 and client_id = $2`,
);

/** $1 community, $2 cursor name, $3 cursor id, $4 limit */
export const membersPage = query(
  'communities.members',
  memberView.extend({ sortName: z.string() }),
  `select pp.id, pp.name, pp.summary -> 'unit' as unit, m.role, iso(m.joined_at) as "joinedAt", lower(pp.name) as "sortName"
   from community_members m join present_people pp on pp.id = m.person_id
   where m.community_id = $1 and pp.deactivated_at is null and ($2::text is null or (lower(pp.name), pp.id) > ($2, $3::uuid))
   order by lower(pp.name), pp.id limit $4`,
);

export const memberOf = query(
  'communities.member',
  memberView,
  `select pp.id, pp.name, pp.summary -> 'unit' as unit, m.role, iso(m.joined_at) as "joinedAt"
   from community_members m join present_people pp on pp.id = m.person_id where m.community_id = $1 and m.person_id = $2`,
);

export const convenerCount = query(
  'communities.conveners',
  z.object({ count: z.int() }),
  `select count(*)::int as count from community_members m join people p on p.id = m.person_id
   where m.community_id = $1 and m.role = 'convener' and p.deactivated_at is null`,
);

export const membershipsOf = query(
  'communities.memberships',
  z.object({ communityId, role: memberRole }),
  `select community_id as "communityId", role from community_members where person_id = $1`,
);

export const leadersOf = query(
  'communities.leaders',
  z.object({ personId }),
  `select person_id as "personId" from community_members where community_id = $1 and role in ('convener', 'steward')`,
);

/** Members of $1 who are not in $2. */
export const membersToMove = query(
  'communities.members-to-move',
  z.object({ personId }),
  `select person_id as "personId" from community_members m where community_id = $1
     and not exists (select 1 from community_members there where there.community_id = $2 and there.person_id = m.person_id) order by person_id`,
);

const requestColumns = `r.id, pp.summary as person, r.words, iso(r.asked_at) as "askedAt", r.decision, r.reply
   from community_requests r join present_people pp on pp.id = r.person_id`;

/** $1 community, $2 cursor time, $3 cursor id, $4 limit: whoever closed their account meanwhile does not wait. */
export const requestsPage = query(
  'communities.requests',
  communityRequest,
  `select ${requestColumns} where r.community_id = $1 and r.decided_at is null and pp.deactivated_at is null
     and ($2::timestamptz is null or (date_trunc('milliseconds', r.asked_at), r.id) > ($2, $3::uuid))
   order by date_trunc('milliseconds', r.asked_at), r.id limit $4`,
);

/** $1 community, $2 request */
export const requestOf = query('communities.request', communityRequest, `select ${requestColumns} where r.community_id = $1 and r.id = $2`);

/** $1 community, $2 person: the one that waits. */
export const waitingRequest = query(
  'communities.waiting-request',
  communityRequest,
  `select ${requestColumns} where r.community_id = $1 and r.person_id = $2 and r.decided_at is null`,
);

/** $1 request, as whoever asked sees it. */
export const ownRequestOf = query(
  'communities.own-request',
  z.object({ request: ownRequest }),
  `select ${ownRequestJson} as request from community_requests r where r.id = $1`,
);

export const mergedIntoOf = query(
  'communities.merged-into',
  z.object({ mergedInto: communityId.nullable() }),
  `select merged_into as "mergedInto" from communities where id = $1`,
);

/** Those of $1 (communities) in which $2 reads. */
export const readableAmong = query(
  'communities.readable-among',
  z.object({ id: communityId }),
  `select c.id from communities c where c.id = any($1::uuid[]) and ${readableCommunity('c', '$2')}`,
);
