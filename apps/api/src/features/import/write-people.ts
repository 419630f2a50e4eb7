import { z } from 'zod';
import { query } from '../../platform/database/query.ts';

const nothing = z.object({});

/** Stands for "always": the first day of whoever and whatever the file gives none. */
export const longAgo = '1900-01-01';

/** $1 [{ n, id, parent, name, code, hue, from, to }] */
export const writeUnits = query(
  'import.write-units',
  nothing,
  `insert into units (id, parent_id, name, code, hue, since, closed_on)
   select id, parent, name, code, hue, coalesce("from", '${longAgo}'), "to"
   from jsonb_to_recordset($1::jsonb) as r(n int, id uuid, parent uuid, name text, code text, hue smallint, "from" date, "to" date) order by n
   on conflict (id) do update set name = excluded.name, code = excluded.code, closed_on = excluded.closed_on`,
);

/** The unit under which those without a parent come; none in an organisation without units. */
export const rootUnit = query(
  'import.root-unit',
  z.object({ id: z.uuid() }),
  `select id from units where parent_id is null and closed_on is null order by since, id limit 1`,
);

const person = `jsonb_to_recordset($1::jsonb) as r(n int, id uuid, name text, email text, unit uuid, since date, active boolean,
  title text, place text, languages text[], topics text[], about text)`;

/** $1 [{ n, id, name, email, unit, since, active }], $2 now */
export const writePeople = query(
  'import.write-people',
  nothing,
  `insert into people (id, name, email, created_at, deactivated_at, title, place, languages, topics, about)
   select id, name, email, $2::timestamptz, case when active is false then $2::timestamptz end, coalesce(title, ''), coalesce(place, ''),
     coalesce(languages, '{}'), coalesce(topics, '{}'), coalesce(about, '') from ${person} order by n
   on conflict (id) do update set name = excluded.name, title = excluded.title, place = excluded.place, languages = excluded.languages,
     topics = excluded.topics, about = excluded.about, about_html = null, profile_version = people.profile_version + 1`,
);

export const writeFirstUnits = query(
  'import.write-first-units',
  nothing,
  `insert into unit_memberships (person_id, unit_id, from_on) select id, unit, coalesce(since, '${longAgo}') from ${person} where unit is not null
   on conflict do nothing`,
);

const change = `jsonb_to_recordset($1::jsonb) as r(person uuid, unit uuid, at date)`;

/**
 * Changes of unit, wherever they belong in a person's history. Two statements: the former membership ends before the next is there, because
 * only one may be open at a time. $1 [{ person, unit, at }]
 */
export const endFormerUnits = query(
  'import.end-former-units',
  nothing,
  `with days as (
     select person_id, from_on from unit_memberships where person_id in (select person from ${change})
     union select person, at from ${change}),
   ends as (select person_id, from_on, lead(from_on) over (partition by person_id order by from_on) as until_on from days)
   update unit_memberships um set until_on = ends.until_on from ends
   where ends.person_id = um.person_id and ends.from_on = um.from_on and um.until_on is distinct from ends.until_on`,
);

export const writeNextUnits = query(
  'import.write-next-units',
  nothing,
  `with days as (
     select person_id, from_on from unit_memberships where person_id in (select person from ${change})
     union select person, at from ${change}),
   ends as (select person_id, from_on, lead(from_on) over (partition by person_id order by from_on) as until_on from days)
   insert into unit_memberships (person_id, unit_id, from_on, until_on)
   select distinct on (r.person, r.at) r.person, r.unit, r.at, ends.until_on from ${change} join ends on ends.person_id = r.person and ends.from_on = r.at
   on conflict (person_id, from_on) do update set unit_id = excluded.unit_id`,
);

/** $1 [{ person, role }]: roles that hold today. */
export const giveRoles = query(
  'import.give-roles',
  nothing,
  `update people p set is_administrator = p.is_administrator or r.administrator, is_observer = p.is_observer or r.observer,
     is_training_department = p.is_training_department or r.training
   from (select person, bool_or(role = 'administrator') as administrator, bool_or(role = 'observer') as observer,
       bool_or(role = 'training-department') as training
     from jsonb_to_recordset($1::jsonb) as given(person uuid, role text) group by person) as r
   where p.id = r.person`,
);

/** $1 [{ id, person, unit, from, to }] */
export const appointManagers = query(
  'import.appoint-managers',
  nothing,
  `insert into unit_managers (id, unit_id, person_id, from_on, until_on)
   select id, unit, person, coalesce("from", '${longAgo}'), "to"
   from jsonb_to_recordset($1::jsonb) as r(id uuid, unit uuid, person uuid, "from" date, "to" date)
   on conflict do nothing`,
);

/** $1 [{ n, id, name, domain, people, practice, visibility, languages, rhythm, stage, at, closedAt, mergedInto }], $2 now */
export const writeCommunities = query(
  'import.write-communities',
  nothing,
  `insert into communities (id, name, visibility, domain, people, practice, languages, rhythm, stage, client_id, created_at, closed_at,
     merged_into)
   select id, name, coalesce(visibility, 'open'), coalesce(domain, ''), coalesce(people, ''), coalesce(practice, ''), coalesce(languages, '{}'),
     coalesce(rhythm, ''), coalesce(stage, 'potential'), id, coalesce(at, $2::timestamptz), "closedAt", "mergedInto"
   from jsonb_to_recordset($1::jsonb) as r(n int, id uuid, name text, visibility text, domain text, people text, practice text, languages text[], rhythm text, stage text,
     at timestamptz, "closedAt" timestamptz, "mergedInto" uuid) order by n
   on conflict (id) do update set name = excluded.name, visibility = excluded.visibility, domain = excluded.domain, people = excluded.people,
     practice = excluded.practice, languages = excluded.languages, rhythm = excluded.rhythm, stage = excluded.stage,
     closed_at = excluded.closed_at, merged_into = excluded.merged_into, version = communities.version + 1`,
);

/** $1 [{ community, person, role, at }], $2 now. Whoever is a member already stays what they are. */
export const writeMemberships = query(
  'import.write-memberships',
  nothing,
  `insert into community_members (community_id, person_id, role, joined_at, seen_at)
   select community, person, coalesce(role, 'member'), coalesce(at, $2::timestamptz), $2::timestamptz
   from jsonb_to_recordset($1::jsonb) as r(community uuid, person uuid, role text, at timestamptz)
   on conflict do nothing`,
);

/** $1 [{ community, person, role, former }]: only where nobody changed the role here. */
export const changeMemberships = query(
  'import.change-memberships',
  nothing,
  `update community_members m set role = r.role
   from jsonb_to_recordset($1::jsonb) as r(community uuid, person uuid, role text, former text)
   where m.community_id = r.community and m.person_id = r.person and m.role = r.former`,
);

/** $1 [{ community, person, leadership, at }], $2 now. Roles that one volunteers for, of members. */
export const writeLeadership = query(
  'import.write-leadership',
  nothing,
  `insert into leadership_roles (community_id, person_id, role, taken_at)
   select m.community_id, m.person_id, taken.role, coalesce(r.at, $2::timestamptz)
   from jsonb_to_recordset($1::jsonb) as r(community uuid, person uuid, leadership text[], at timestamptz)
   join community_members m on m.community_id = r.community and m.person_id = r.person cross join unnest(r.leadership) as taken(role)
   on conflict do nothing`,
);
