import { getPerson, personSummary } from '@landbridge/contract/people';
import { personId } from '@landbridge/contract';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';

/** $1 beginning of any part of the name (lower case, LIKE-escaped), $2 cursor name, $3 cursor id, $4 limit */
export const peoplePage = query(
  'people.page',
  z.object({ summary: personSummary, sortName: z.string() }),
  `select pp.summary, lower(p.name) as "sortName"
   from people p join present_people pp on pp.id = p.id
   where p.deactivated_at is null
     and ($1 = '' or lower(p.name) like $1 || '%' or lower(p.name) like '% ' || $1 || '%')
     and ($2::text is null or (lower(p.name), p.id) > ($2, $3::uuid))
   order by lower(p.name), p.id limit $4`,
);

/** $1 person, $2 viewer: only communities that the viewer may see are named. */
export const personPage = jsonQuery(
  'people.person',
  getPerson.response,
  `select json_build_object('id', pp.id, 'name', pp.name, 'unit', pp.summary -> 'unit', 'isActive', pp.deactivated_at is null,
     'communities', coalesce((
       select json_agg(json_build_object('id', c.id, 'name', c.name) order by lower(c.name)) from (
         select c.id, c.name from community_members m join communities c on c.id = m.community_id
         where m.person_id = pp.id and (c.visibility = 'open'
           or exists (select 1 from community_members mine where mine.community_id = c.id and mine.person_id = $2))
         order by lower(c.name) limit 50) as c), '[]'))::text as json
   from present_people pp where pp.id = $1`,
);

export const summaryOf = query('people.summary', z.object({ summary: personSummary }), `select summary from present_people where id = $1`);

/** Somebody who can still sign in. */
export const activePerson = query(
  'people.active',
  z.object({ id: personId }),
  `select id from people where id = $1 and deactivated_at is null`,
);

export const personForInvitation = query(
  'people.for-invitation',
  z.object({ id: personId, name: z.string(), email: z.string(), hasPassword: z.boolean() }),
  `select id, name, coalesce(email, '') as email, password_hash is not null as "hasPassword"
   from people where id = $1 and deactivated_at is null for update`,
);

export const personByClientId = query(
  'people.by-client-id',
  z.object({ id: personId, name: z.string(), email: z.string() }),
  `select id, name, coalesce(email, '') as email from people where invited_by = $1 and client_id = $2`,
);

export const presentMembership = query(
  'people.present-membership',
  z.object({ unitId: z.uuid(), fromOn: z.string() }),
  `select unit_id as "unitId", from_on::text as "fromOn" from unit_memberships where person_id = $1 and until_on is null for update`,
);
