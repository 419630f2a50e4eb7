import { leadershipRole } from '@landbridge/contract/communities';
import { leadingView } from '@landbridge/contract/home';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { issueJoins, issueRowJson } from '../practice-issues/index.ts';

/** Contributions in community $1 since $2 minus thirteen weeks: who, and when. */
const contributions = `
  select m.author_id as person_id, m.posted_at as at from threads t join messages m on m.thread_id = t.id
  where t.community_id = $1 and t.last_message_at > $2::timestamptz - interval '91 days' and m.posted_at > $2::timestamptz - interval '91 days' and m.deleted_at is null
  union all select asker_id, posted_at from practice_issues where community_id = $1 and posted_at > $2::timestamptz - interval '91 days'
  union all select outcome_told_by, outcome_told_at from practice_issues where community_id = $1 and outcome_told_at > $2::timestamptz - interval '91 days'
  union all select sp.person_id, s.at from sessions s join session_people sp on sp.session_id = s.id
    where s.community_id = $1 and sp.took_part and s.at > $2::timestamptz - interval '91 days'`;

const weeks = `count(distinct floor(extract(epoch from $2::timestamptz - c.at) / 604800))::int as weeks`;

/** Weeks with a contribution of each member, without who it is. $1 community, $2 now */
export const weeksOfMembers = query(
  'home.weeks-of-members',
  z.object({ weeks: z.int() }),
  `select ${weeks} from community_members m join people p on p.id = m.person_id and p.deactivated_at is null
   left join (${contributions}) c on c.person_id = m.person_id
   where m.community_id = $1 group by m.person_id`,
);

/** $1 community, $2 now, $3 person */
export const ownWeeks = query(
  'home.own-weeks',
  z.object({ weeks: z.int() }),
  `select ${weeks} from (${contributions}) c where c.person_id = $3`,
);

const isUnanswered = `i.community_id = $1 and i.state = 'open'
  and not exists (select 1 from messages m where m.thread_id = i.id and m.author_id <> i.asker_id and m.deleted_at is null and m.hidden_at is null)`;

/** $1 community, $2 now. The caller has asked for the right to lead. */
export const leading = query(
  'home.leading',
  leadingView.omit({ health: true }).extend({
    health: leadingView.shape.health.omit({ rings: true, openRoles: true }),
    takenRoles: z.array(leadershipRole),
  }),
  `with unanswered as materialized (
     select i.id, i.posted_at from practice_issues i where ${isUnanswered} order by i.posted_at, i.id limit 20),
   newcomer as (
     select m.person_id, m.joined_at, (
       select said.id from threads t join messages said on said.thread_id = t.id
       where t.community_id = $1 and said.author_id = m.person_id and said.deleted_at is null and said.hidden_at is null order by said.posted_at limit 1) as message_id
     from community_members m join people p on p.id = m.person_id and p.deactivated_at is null
     where m.community_id = $1 and m.joined_at > $2::timestamptz - interval '30 days' and m.role = 'member'
       and not exists (
         select 1 from message_mentions mm join messages said on said.id = mm.message_id join threads t on t.id = said.thread_id
         where mm.person_id = m.person_id and t.community_id = $1)
       and not exists (
         select 1 from threads t join messages own on own.thread_id = t.id and own.author_id = m.person_id and own.deleted_at is null
         join messages after on after.thread_id = t.id and after.position > own.position and after.author_id <> m.person_id
         where t.community_id = $1)
     order by m.joined_at, m.person_id limit 20)
   select
     (select coalesce(json_agg(json_build_object(${issueRowJson}) order by i.posted_at, i.id), '[]')
      from unanswered join practice_issues i on i.id = unanswered.id ${issueJoins}) as unanswered,
     (select coalesce(json_agg(json_build_object('person', pp.summary, 'joinedAt', iso(n.joined_at), 'messageId', n.message_id) order by n.joined_at, n.person_id), '[]')
      from newcomer n join present_people pp on pp.id = n.person_id) as newcomers,
     (select count(*)::int from community_requests where community_id = $1 and decided_at is null) as "requestCount",
     array(select distinct role from leadership_roles where community_id = $1) as "takenRoles",
     json_build_object(
       'memberCount', (select count(*)::int from community_members m join people p on p.id = m.person_id and p.deactivated_at is null where m.community_id = $1),
       'openIssueCount', (select count(*)::int from practice_issues i where i.community_id = $1 and i.state = 'open'),
       'unansweredCount', (select count(*)::int from practice_issues i where ${isUnanswered}),
       'outcomeCount', (select count(*)::int from practice_issues i where i.community_id = $1 and i.outcome_told_at > $2::timestamptz - interval '91 days'),
       'sessionsHeld', (select count(*)::int from sessions s where s.community_id = $1 and s.cancelled_at is null
         and s.at between $2::timestamptz - interval '91 days' and $2::timestamptz),
       'sessionsAhead', (select count(*)::int from sessions s where s.community_id = $1 and s.cancelled_at is null and s.at > $2::timestamptz)) as health`,
);
