import { homeView } from '@landbridge/contract/home';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';
import { communityJson, personAt, unitJson } from '../threads/index.ts';
import { needParts, newsParts } from './needs.sql.ts';

const by = (p: string, u: string) => `case when ${p}.id is not null then ${personAt(p, u)} end`;

const needJson = `json_build_object('kind', need.kind, 'threadId', need.thread_id, 'since', iso(need.since), 'title', need.title,
  'issueId', need.issue_id, 'isUrgent', coalesce(i.is_urgent, false), 'community', ${communityJson}, 'by', ${by('doer', 'doer_unit')},
  'excerpt', coalesce(need.excerpt, ''), 'messageId', need.message_id)`;

const newsJson = `json_build_object('kind', news.kind, 'threadId', t.id, 'issueId', t.issue_id, 'issueState', i.state,
  'isUrgent', coalesce(i.is_urgent, false), 'title', t.title, 'community', ${communityJson},
  'units', case when t.community_id is not null then '[]'::json else (
    select coalesce(json_agg(${unitJson('u')} order by tu.first_spoke_at nulls last, lower(u.name), u.id), '[]')
    from thread_units tu join units u on u.id = tu.unit_id where tu.thread_id = t.id) end,
  'by', ${personAt('doer', 'doer_unit')}, 'at', iso(news.at), 'unreadCount', greatest(0, t.last_position - coalesce(mark.read_position, 0)))`;

/** $1 person, $2 now */
export const homePage = jsonQuery(
  'home.page',
  homeView,
  `with visit as (
     select coalesce((select new_since from home_visits where person_id = $1), $2::timestamptz - interval '14 days') as since),
   ${needParts},
   ${newsParts}
   select json_build_object(
     'needs', (
       select coalesce(json_agg(${needJson} order by need.since, need.thread_id, need.kind), '[]')
       from need left join practice_issues i on i.id = need.issue_id left join communities c on c.id = need.community_id
       left join people doer on doer.id = need.by_id left join units doer_unit on doer_unit.id = need.by_unit_id),
     'since', (select iso(since) from visit),
     'news', (
       select coalesce(json_agg(${newsJson} order by news.at desc, news.thread_id desc), '[]')
       from news join threads t on t.id = news.thread_id left join practice_issues i on i.id = t.issue_id left join communities c on c.id = t.community_id
       join people doer on doer.id = news.by_id left join units doer_unit on doer_unit.id = news.by_unit_id
       left join read_marks mark on mark.thread_id = t.id and mark.person_id = $1),
     'hasMoreNews', (select count(*) > 60 from found),
     'requests', (
       select coalesce(json_agg(json_build_object('community', ${communityJson}, 'count', waiting.count) order by lower(c.name), c.id), '[]')
       from (select lead.community_id, count(*)::int as count from community_members lead
         join community_requests r on r.community_id = lead.community_id and r.decided_at is null
         where lead.person_id = $1 and lead.role in ('convener', 'steward') group by lead.community_id limit 50) as waiting
       join communities c on c.id = waiting.community_id and c.closed_at is null))::text as json`,
);

/** Away for so long, a person comes back: what they saw before is no longer new. */
const awayFor = `interval '30 minutes'`;

/** $1 person, $2 now */
export const noteVisit = query(
  'home.note-visit',
  z.object({}),
  `insert into home_visits (person_id, seen_at, new_since) values ($1, $2, $2::timestamptz - interval '14 days')
   on conflict (person_id) do update set
     new_since = case when excluded.seen_at > home_visits.seen_at + ${awayFor} then home_visits.seen_at else home_visits.new_since end,
     seen_at = greatest(home_visits.seen_at, excluded.seen_at)`,
);

/** $1 person, $2 thread, $3 kind, $4 now */
export const putAway = query(
  'home.put-away',
  z.object({}),
  `insert into home_done (person_id, thread_id, kind, done_at) values ($1, $2, $3, $4)
   on conflict (person_id, thread_id, kind) do update set done_at = greatest(home_done.done_at, excluded.done_at)`,
);
