import { mostUnread, noticeList, noticeSettings, unreadNotices } from '@landbridge/contract/notifications';
import { jsonQuery } from '../../platform/database/query.ts';
import { visibleCommunity } from '../communities/index.ts';
import { communityJson, personAt, unitJson } from '../threads/index.ts';
import { readableNotice } from './notice.access.ts';

/** An invitation of a unit that is older says nothing new to anybody. */
const invitedFor = `interval '90 days'`;

const columns = `n.id, n.kind, n.at, n.read_at is null as is_unread, n.count, n.by_id, n.by_unit_id, n.source_id, n.thread_id, n.community_id, n.session_id`;

/** The invitation of a unit is the row of `thread_units`: one for the whole unit, read by whoever is in it now. */
const invitations = `
  select t.id, 'invited' as kind, max(invited.invited_at) as at, false as is_unread, 1 as count, t.convener_id as by_id, t.opened_by_unit_id as by_unit_id,
    t.id as source_id, t.id as thread_id, null::uuid as community_id, null::uuid as session_id
  from thread_units invited join threads t on t.id = invited.thread_id
  where $2 = 'all' and invited.unit_id = any ((select units_of($1))::uuid[]) and invited.invited_at > $6::timestamptz - ${invitedFor}
    and t.convener_id <> $1 and t.imported_from is null
    and not exists (select 1 from notices own where own.person_id = $1 and own.subject_id = t.id)
    and not exists (select 1 from read_marks mark where mark.person_id = $1 and mark.thread_id = t.id and mark.follows = 'muted')
    and not exists (select 1 from notice_kinds_off turned where turned.person_id = $1 and turned.kind = 'invited')
  group by t.id
  having $3::timestamptz is null or (max(invited.invited_at), t.id) < ($3, $4::uuid)
  order by at desc, t.id desc limit $5::int + 1`;

/** The first line of what is told, as it stands now: what was deleted is gone here too. */
const excerpt = `coalesce(m.excerpt, case n.kind
  when 'outcome-told' then left(i.outcome, 140) when 'asked-to-join' then request.words
  when 'approved' then request.reply when 'declined' then request.reply end, '')`;

const noticeJson = `json_build_object('id', n.id, 'kind', n.kind,
  'subject', json_build_object(
    'kind', case when n.session_id is not null then 'session' when n.community_id is not null then 'community' when t.issue_id is not null then 'issue' else 'thread' end,
    'id', coalesce(n.session_id, n.community_id, n.thread_id), 'title', coalesce(s.title, t.title, c.name)),
  'community', ${communityJson},
  'units', case when t.id is null or t.community_id is not null then '[]'::json else (
    select coalesce(json_agg(${unitJson('u')} order by tu.first_spoke_at nulls last, lower(u.name), u.id), '[]')
    from thread_units tu join units u on u.id = tu.unit_id where tu.thread_id = t.id) end,
  'by', case when doer.id is not null then ${personAt('doer', 'doer_unit')} end,
  'count', n.count, 'at', iso(n.at), 'isUnread', n.is_unread, 'excerpt', ${excerpt}, 'messageId', m.id, 'role', cm.role, 'startsAt', iso(s.at), 'isComing', answer.is_coming,
  'into', (select json_build_object('id', next.id, 'name', next.name, 'visibility', next.visibility)
    from communities next where n.kind = 'community-merged' and next.id = c.merged_into and ${visibleCommunity('next', '$1')}))`;

const cursorOf = `(select encode(convert_to(json_build_array(iso(at), id)::text, 'UTF8'), 'base64') from page order by at, id limit 1)`;

/** $1 viewer, $2 all or unread, $3 cursor time, $4 cursor id, $5 limit, $6 now */
export const noticesPage = jsonQuery(
  'notices.page',
  noticeList,
  `with own as (
     select ${columns} from notices n
     where n.person_id = $1 and ($2 = 'all' or n.read_at is null) and ($3::timestamptz is null or (n.at, n.id) < ($3, $4::uuid))
       and ${readableNotice('n', '$1')}
     order by n.at desc, n.id desc limit $5::int + 1),
   found as (
     select * from (select * from own union all select * from (${invitations}) as told) as both_kinds order by at desc, id desc limit $5::int + 1),
   page as (select * from found order by at desc, id desc limit $5::int)
   select json_build_object('notices', (
       select coalesce(json_agg(${noticeJson} order by n.at desc, n.id desc), '[]')
       from page n
       left join threads t on t.id = n.thread_id
       left join practice_issues i on i.id = t.issue_id
       left join sessions s on s.id = n.session_id
       left join session_people answer on answer.session_id = s.id and answer.person_id = $1
       left join communities c on c.id = coalesce(n.community_id, s.community_id, t.community_id)
       left join community_members cm on cm.community_id = c.id and cm.person_id = $1
       left join messages m on m.id = n.source_id and m.deleted_at is null
       left join community_requests request on request.id = n.source_id
       left join people doer on doer.id = n.by_id
       left join units doer_unit on doer_unit.id = n.by_unit_id),
     'nextCursor', case when (select count(*) from found) > $5::int then translate(${cursorOf}, E'+/=\\n', '-_') end)::text as json`,
);

/** What is unread to `person`, a parameter or column. */
export const unreadJson = (person: string): string =>
  `(select json_build_object('seq', coalesce((select seq from notice_inboxes where person_id = ${person}), 0),
      'count', count(*)::int, 'subjectIds', coalesce(json_agg(waiting.subject_id order by waiting.at desc, waiting.id desc), '[]'))
    from (select n.id, n.at, n.subject_id from notices n where n.person_id = ${person} and n.read_at is null and ${readableNotice('n', person)}
      order by n.at desc, n.id desc limit ${mostUnread}) as waiting)`;

/** $1 viewer */
export const unread = jsonQuery('notices.unread', unreadNotices, `select ${unreadJson('$1')}::text as json`);

/** $1 person */
export const kindsOff = jsonQuery(
  'notices.kinds-off',
  noticeSettings,
  `select json_build_object('off', coalesce((select json_agg(kind order by kind) from notice_kinds_off where person_id = $1), '[]'))::text as json`,
);
