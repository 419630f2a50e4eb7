import { findingReason, milestone, ownProfile, personProfile, personSummary } from '@landbridge/contract/people';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';

const byName = `($1 = '' or lower(p.name) like $1 || '%' or lower(p.name) like '% ' || $1 || '%')`;

/** $1 beginning of any part of the name (lower case, LIKE-escaped), $2 cursor name, $3 cursor id, $4 limit */
export const peoplePage = query(
  'people.page',
  z.object({ summary: personSummary, title: z.string(), sortName: z.string() }),
  `select pp.summary, p.title, lower(p.name) as "sortName"
   from people p join present_people pp on pp.id = p.id
   where p.deactivated_at is null and ${byName}
     and ($2::text is null or (lower(p.name), p.id) > ($2, $3::uuid))
   order by lower(p.name), p.id limit $4`,
);

const contains = (words: string) => `lower(${words}) like '%' || $1 || '%'`;
const reason = (kind: string, words: string) => `json_build_object('kind', '${kind}', 'words', ${words})`;

/**
 * As `peoplePage`, by what people say of themselves too, and $5: those whom later features found by what they wrote.
 * By name, never by how often: nobody stands before anybody for having said more.
 */
export const peopleWhoKnow = query(
  'people.who-know',
  z.object({ summary: personSummary, title: z.string(), reasons: z.array(findingReason), sortName: z.string() }),
  `select pp.summary, p.title, lower(p.name) as "sortName",
     array(select ${reason('topic', 'topic')} from unnest(p.topics) as topic where ${contains('topic')})
       || case when ${contains('p.title')} then array[${reason('title', 'p.title')}] end
       || case when ${contains('p.about')} then array[${reason('about', `substr(p.about, greatest(1, strpos(lower(p.about), lower($6)) - 40), 120)`)}] end as reasons
   from people p join present_people pp on pp.id = p.id
   where p.deactivated_at is null
     and (${byName} or p.id = any($5::uuid[]) or ${contains('p.title')} or ${contains('p.about')}
       or exists (select 1 from unnest(p.topics) as topic where ${contains('topic')}))
     and ($2::text is null or (lower(p.name), p.id) > ($2, $3::uuid))
   order by lower(p.name), p.id limit $4`,
);

/**
 * $1 person, $2 viewer, null for somebody who belongs to nothing. Named are communities in which the viewer reads, and closed ones that the person leads: that much everybody
 * sees there. What else a member does in a closed one stays inside.
 */
export const profileOf = query(
  'people.profile',
  personProfile.omit({ milestones: true, can: true, aboutHtml: true }).extend({ about: z.string(), aboutHtml: z.string().nullable() }),
  `select pp.id, pp.name, pp.summary -> 'unit' as unit, p.deactivated_at is null as "isActive", p.title, p.place, p.languages, p.topics, p.about,
     p.about_html as "aboutHtml",
     coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'role', c.role, 'leadership', c.leadership) order by lower(c.name)) from (
       select c.id, c.name, m.role, array(select r.role from leadership_roles r
           where reads.it and r.community_id = c.id and r.person_id = m.person_id order by r.role) as leadership
       from community_members m join communities c on c.id = m.community_id,
         lateral (select c.visibility = 'open' or exists (
           select 1 from community_members mine where mine.community_id = c.id and mine.person_id = $2) as it) as reads
       where m.person_id = p.id and (reads.it or (c.visibility = 'closed' and m.role in ('convener', 'steward')))
       order by lower(c.name) limit 50) as c), '[]') as communities
   from people p join present_people pp on pp.id = p.id where p.id = $1`,
);

/** $1 person, $2 whether the viewer is that person. The newest first. */
export const milestonesOf = query(
  'people.milestones',
  milestone.extend({ sourceId: z.uuid() }),
  `select id, kind, happened_on::text as "happenedOn", title, link, visibility = 'private' as "isPrivate", source_id as "sourceId"
   from milestones where person_id = $1 and ($2 or visibility = 'organisation') order by happened_on desc, id desc limit 100`,
);

/** $1 milestone, $2 its subject */
export const milestoneOf = query(
  'people.milestone',
  milestone,
  `select id, kind, happened_on::text as "happenedOn", title, link, visibility = 'private' as "isPrivate"
   from milestones where id = $1 and person_id = $2`,
);

/** Locked until the transaction ends. */
export const ownTexts = query(
  'people.own-texts',
  ownProfile.omit({ worlds: true }),
  `select profile_version as version, title, place, languages, topics, about from people where id = $1 for no key update`,
);

/** The one statement that reads the worlds somebody has moved between; $1 is whoever asks. */
export const ownWorlds = query('people.own-worlds', z.object({ text: z.string() }), `select text from person_worlds where person_id = $1`);
