import { communityMembersChanged, communityRow, memberRole, memberView } from '@landbridge/contract/communities';
import { communityView, visibility } from '@landbridge/contract/communities';
import { communityId } from '@landbridge/contract';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { readableCommunity } from './community.access.ts';

const counts = `
  (select count(*)::int from community_members n where n.community_id = c.id) as "memberCount",
  (select count(distinct um.unit_id)::int from community_members n join unit_memberships um on um.person_id = n.person_id and um.until_on is null
   where n.community_id = c.id) as "unitCount"`;

const leaders = `
  coalesce((select json_agg(leader order by rank, name) from (
    select pp.summary::jsonb || jsonb_build_object('role', l.role) as leader, case l.role when 'convener' then 0 when 'steward' then 1 else 2 end as rank, lower(pp.name) as name
    from community_members l join present_people pp on pp.id = l.person_id
    where l.community_id = c.id and l.role <> 'member' order by rank, name limit 20) as led), '[]') as leaders`;

/** $1 viewer, $2 only mine, $3 words, $4 cursor name, $5 cursor id, $6 limit */
export const communitiesPage = query(
  'communities.page',
  communityRow.extend({ sortName: z.string() }),
  `select c.id, c.name, c.visibility, c.domain, m.role as "myRole", lower(c.name) as "sortName", ${counts}
   from communities c left join community_members m on m.community_id = c.id and m.person_id = $1
   where ${readableCommunity('c', '$1')}
     and (not $2 or m.role is not null)
     and ($3 = '' or lower(c.name) like '%' || $3 || '%')
     and ($4::text is null or (lower(c.name), c.id) > ($4, $5::uuid))
   order by lower(c.name), c.id limit $6`,
);

/** $1 community, $2 viewer. The caller has asked for the right to read. */
export const communityPage = query(
  'communities.community',
  communityView.omit({ can: true }),
  `select c.id, c.name, c.visibility, c.domain, c.people, c.practice, c.version, iso(c.created_at) as "createdAt", m.role as "myRole", ${counts}, ${leaders}
   from communities c left join community_members m on m.community_id = c.id and m.person_id = $2 where c.id = $1`,
);

export const membersChangedFacts = query(
  'communities.members-changed',
  communityMembersChanged.payload,
  `select c.id as "communityId", ${counts}, ${leaders} from communities c where c.id = $1`,
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
   where m.community_id = $1 and ($2::text is null or (lower(pp.name), pp.id) > ($2, $3::uuid))
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
