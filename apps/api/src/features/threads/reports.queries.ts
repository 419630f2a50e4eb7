import { messageId, personId } from '@landbridge/contract';
import { listReports } from '@landbridge/contract/threads';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';
import { communityJson, messageJoins, messageJson } from './thread.json.ts';
import { moderatedThread } from './thread.readable.ts';

/** Who looks after thread $1, without $2, whose message it is about. */
export const moderatorsBut = query(
  'threads.moderators-but',
  z.object({ id: personId }),
  `select p.id from threads t
   left join community_members m on m.community_id = t.community_id and m.role in ('convener', 'steward')
   join people p on p.id = coalesce(m.person_id, t.convener_id) and p.deactivated_at is null
   where t.id = $1 and p.id <> $2 order by p.id`,
);

/** $1 message: its reports wait again. */
export const reopenReports = query(
  'threads.reopen-reports',
  z.object({ id: messageId }),
  `update message_reports set answered_at = null, answered_by = null where message_id = $1 and answered_at is not null returning message_id as id`,
);

/** Reports that wait for `viewer`: each reported message with the first of them. `m` is the message, `t` its thread. */
export const waitingReports = (viewer: string): string => `
  from message_reports r join messages m on m.id = r.message_id join threads t on t.id = m.thread_id
  where r.answered_at is null and m.author_id <> ${viewer} and ${moderatedThread('t', viewer)}`;

const cursorOf = `(select encode(convert_to(json_build_array(iso(since), id)::text, 'UTF8'), 'base64') from page order by since desc, id desc limit 1)`;

/** $1 viewer, $2 community or null, $3 thread or null, $4 cursor time, $5 cursor message, $6 limit */
export const reportsPage = jsonQuery(
  'threads.reports',
  listReports.response,
  `with waiting as (
     select m.id, date_trunc('milliseconds', min(r.reported_at)) as since ${waitingReports('$1')}
       and ($2::uuid is null or t.community_id = $2) and ($3::uuid is null or t.id = $3) group by m.id),
   found as (
     select * from waiting where $4::timestamptz is null or (since, id) > ($4, $5::uuid) order by since, id limit $6::int + 1),
   page as (select * from found order by since, id limit $6::int)
   select json_build_object(
     'reported', coalesce((
       select json_agg(json_build_object('message', ${messageJson('$1')},
         'thread', json_build_object('id', t.id, 'title', t.title, 'community', ${communityJson}, 'issueId', t.issue_id),
         'reports', (
           select json_agg(json_build_object('kind', kind, 'note', note, 'reportedAt', iso(reported_at)) order by reported_at) from (
             select kind, note, reported_at from message_reports where message_id = m.id and answered_at is null
             order by reported_at limit 50) as made)) order by page.since, page.id)
       from page join messages m on m.id = page.id ${messageJoins} join threads t on t.id = m.thread_id
       left join communities c on c.id = t.community_id), '[]'),
     'nextCursor', case when (select count(*) from found) > $6::int then translate(${cursorOf}, E'+/=\\n', '-_') end)::text as json`,
);
