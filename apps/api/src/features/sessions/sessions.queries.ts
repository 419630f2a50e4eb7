import { findSessions, sessionList, sessionPerson, sessionRow } from '@landbridge/contract/sessions';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';
import { readableCommunity } from '../communities/index.ts';
import { personAt } from '../threads/index.ts';
import { sessionJoins, sessionRowJson } from './session.json.ts';

/** $1 session, $2 viewer. The caller has asked for the right to read. */
export const sessionPage = query(
  'sessions.session',
  z.object({ session: sessionRow }),
  `select ${sessionRowJson} as session from sessions s ${sessionJoins('$2')} where s.id = $1`,
);

/** A session is not over for as long as it lasts; none lasts longer than a day, so that the index on the time serves. */
const sides = {
  ahead: {
    where: `s.at > $2::timestamptz - interval '1 day' and s.at + s.minutes * interval '1 minute' > $2::timestamptz`,
    after: '>',
    order: (table: string) => `${table}.at, ${table}.id`,
    last: 'at desc, id desc',
  },
  past: {
    where: `s.at <= $2::timestamptz and s.at + s.minutes * interval '1 minute' <= $2::timestamptz`,
    after: '<',
    order: (table: string) => `${table}.at desc, ${table}.id desc`,
    last: 'at, id',
  },
} as const;

const listOf = (side: keyof typeof sides) => {
  const { where, after, order, last } = sides[side];
  return jsonQuery(
    `sessions.list-${side}`,
    sessionList,
    `with found as (
       select s.id, s.at from sessions s join communities c on c.id = s.community_id
       where ${readableCommunity('c', '$1')} and ${where}
         and (not $3::boolean or exists (select 1 from community_members mine where mine.community_id = c.id and mine.person_id = $1))
         and ($4::uuid is null or s.community_id = $4) and ($5::timestamptz is null or (s.at, s.id) ${after} ($5, $6::uuid))
       order by ${order('s')} limit $7::int + 1),
     page as (select * from found order by ${order('found')} limit $7::int)
     select json_build_object('sessions', (
         select coalesce(json_agg(${sessionRowJson} order by ${order('s')}), '[]')
         from page join sessions s on s.id = page.id ${sessionJoins('$1')}),
       'nextCursor', case when (select count(*) from found) > $7::int then (
         select translate(encode(convert_to(json_build_array(iso(at), id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
         from page order by ${last} limit 1) end)::text as json`,
  );
};

/** $1 viewer, $2 now, $3 only of own communities, $4 community, $5 cursor time, $6 cursor id, $7 limit */
export const sessionLists = { ahead: listOf('ahead'), past: listOf('past') };

/** $1 viewer, $2 words, LIKE-escaped, $3 now, $4 limit */
export const sessionsByTitle = jsonQuery(
  'sessions.by-title',
  findSessions.response,
  `with found as (
     select s.id, s.title, s.at, abs(extract(epoch from s.at - $3::timestamptz)) as distance
     from sessions s join communities c on c.id = s.community_id
     where lower(s.title) like '%' || $2 || '%' and ${readableCommunity('c', '$1')} order by distance, s.id limit $4)
   select json_build_object('sessions', coalesce((
     select json_agg(json_build_object('id', id, 'title', title, 'at', iso(at)) order by distance, id) from found), '[]'))::text as json`,
);

/** $1 session, $2 cursor name, $3 cursor id, $4 limit. Who took part has the unit of that day. */
export const sessionPeople = query(
  'sessions.people',
  sessionPerson.extend({ sortName: z.string() }),
  `select p.id, p.name, person -> 'unit' as unit, sp.is_coming as "isComing", sp.took_part as "tookPart",
     lower(p.name) as "sortName"
   from session_people sp join people p on p.id = sp.person_id join present_people pp on pp.id = p.id
   left join units u on u.id = sp.unit_id,
   lateral (select case when sp.took_part then ${personAt('p', 'u')} else pp.summary end as person) as shown
   where sp.session_id = $1 and (sp.is_coming is not null or sp.took_part) and ($2::text is null or (lower(p.name), p.id) > ($2, $3::uuid))
   order by lower(p.name), p.id limit $4`,
);
