import { readableThread, waitingReports } from '../threads/index.ts';

/** What somebody did not react to for so long has found another way, or none. */
const neededFor = `interval '60 days'`;

/**
 * The parts of what needs a person, each with the columns kind, thread_id, since, by_id, by_unit_id, excerpt, message_id. $1 is the person, $2 now.
 * Everything starts from what is theirs (marks, issues, helps, communities they lead), never from all there is.
 */
export const needParts = `
  -- Followed threads with something unread, and in them the first message for this person.
  unread as materialized (
    select t.id, mark.read_position from read_marks mark join threads t on t.id = mark.thread_id
    where mark.person_id = $1 and mark.follows = 'following' and t.last_position > mark.read_position
    order by t.last_message_at desc limit 200),
  spoken_to as (
    select distinct on (u.id)
      case when mention.person_id is not null then 'mentioned' else 'replied' end as kind, u.id as thread_id, m.posted_at as since,
      m.author_id as by_id, m.author_unit_id as by_unit_id, m.excerpt, m.id as message_id
    from unread u
    join messages m on m.thread_id = u.id and m.position > u.read_position and m.position <= u.read_position + 300
    left join message_mentions mention on mention.message_id = m.id and mention.person_id = $1
    left join messages target on target.id = m.reply_to_id and target.author_id = $1
    where m.deleted_at is null and m.hidden_at is null and m.author_id <> $1 and (mention.person_id is not null or target.id is not null)
    order by u.id, m.position),
  answered as (
    select 'answered' as kind, i.id as thread_id, m.posted_at as since, m.author_id as by_id, m.author_unit_id as by_unit_id, m.excerpt, m.id as message_id
    from practice_issues i
    cross join lateral (
      select * from messages m where m.thread_id = i.id and m.author_id <> $1 and m.deleted_at is null and m.hidden_at is null order by m.position limit 1) m
    where i.asker_id = $1 and i.state = 'open' and m.posted_at > $2::timestamptz - ${neededFor}),
  what_happened as (
    select 'what-happened' as kind, i.id as thread_id, i.outcome_asked_at as since, m.author_id as by_id, m.author_unit_id as by_unit_id, m.excerpt,
      null::uuid as message_id
    from practice_issues i
    left join lateral (
      select m.* from issue_helps h join messages m on m.id = h.message_id where h.issue_id = i.id order by h.marked_at limit 1) m on true
    where i.asker_id = $1 and i.state in ('answered', 'tried') and i.outcome_asked_at is not null),
  outcome_told as (
    select distinct on (i.id) 'outcome-told' as kind, i.id as thread_id, i.outcome_told_at as since, i.outcome_told_by as by_id,
      teller.unit_id as by_unit_id, left(i.outcome, 140) as excerpt, null::uuid as message_id
    from issue_helps h join practice_issues i on i.id = h.issue_id
    left join unit_memberships teller on teller.person_id = i.outcome_told_by and teller.until_on is null
    where h.helper_id = $1 and i.outcome_told_by <> $1 and i.outcome_told_at > $2::timestamptz - ${neededFor} order by i.id),
  unanswered as (
    select 'unanswered' as kind, i.id as thread_id, i.posted_at as since, i.asker_id as by_id, i.asker_unit_id as by_unit_id,
      left(i.situation, 140) as excerpt, null::uuid as message_id
    from community_members lead join practice_issues i on i.community_id = lead.community_id
    where lead.person_id = $1 and lead.role in ('convener', 'steward') and i.state = 'open' and i.asker_id <> $1
      and i.posted_at between $2::timestamptz - ${neededFor} and $2::timestamptz - case when i.is_urgent then interval '30 minutes' else interval '1 day' end
      and not exists (select 1 from messages m where m.thread_id = i.id and m.author_id <> i.asker_id and m.deleted_at is null and m.hidden_at is null)),
  reported as (
    select distinct on (t.id) 'reported' as kind, t.id as thread_id, r.reported_at as since, m.author_id as by_id, m.author_unit_id as by_unit_id,
      m.excerpt, m.id as message_id ${waitingReports('$1')}
      and not exists (
        select 1 from home_done done
        where done.person_id = $1 and done.thread_id = t.id and done.kind = 'reported' and done.done_at >= r.reported_at)
    order by t.id, r.reported_at),
  need as (
    select part.*, t.title, t.issue_id, t.community_id from (
      select * from spoken_to union all select * from answered union all select * from what_happened union all select * from outcome_told
      union all select * from unanswered union all select * from reported) as part
    join threads t on t.id = part.thread_id
    where ${readableThread('t', '$1')}
      and not exists (
        select 1 from home_done done
        where done.person_id = $1 and done.thread_id = part.thread_id and done.kind = part.kind and done.done_at >= part.since)
    order by part.since, part.thread_id, part.kind limit 50)`;

/** Of these threads, the newest that were spoken in since then and hold something unread: more than a page never shows. */
const newest = (which: string): string => `
      select t.id, t.last_message_id from threads t left join read_marks mark on mark.thread_id = t.id and mark.person_id = $1
      where ${which} and t.last_message_at > visit.since and t.last_position > coalesce(mark.read_position, 0)
        and coalesce(mark.follows, 'none') <> 'muted'
      order by t.last_message_at desc limit 61`;

/** What is new to a person since `visit.since`: one row for each conversation, with what tells most of it. */
export const newsParts = `
  place as materialized (
    select t.* from visit, community_members m cross join lateral (${newest('t.community_id = m.community_id')}) t where m.person_id = $1
    union
    select t.* from visit cross join lateral (${newest(`mark.follows = 'following'`)}) t
    union
    select t.* from visit, thread_units invited cross join lateral (${newest('t.id = invited.thread_id')}) t
    where invited.unit_id = any ((select units_of($1))::uuid[])),
  candidate as (
    select 'spoken' as kind, place.id as thread_id, last.posted_at as at, last.author_id as by_id, last.author_unit_id as by_unit_id, 2 as rank
    from place join messages last on last.id = place.last_message_id where last.author_id <> $1
    union all
    select 'posted', i.id, i.posted_at, i.asker_id, i.asker_unit_id, 3
    from community_members m join practice_issues i on i.community_id = m.community_id, visit
    where m.person_id = $1 and i.posted_at > visit.since and i.asker_id <> $1 and i.state <> 'archived'
      and exists (select 1 from threads t where t.id = i.id and t.last_position = 0)
    union all
    select 'outcome-told', i.id, i.outcome_told_at, i.outcome_told_by,
      (select unit_id from unit_memberships um where um.person_id = i.outcome_told_by and um.until_on is null), 1
    from community_members m join practice_issues i on i.community_id = m.community_id, visit
    where m.person_id = $1 and i.outcome_told_at > visit.since and i.outcome_told_by <> $1),
  chosen as (select distinct on (thread_id) * from candidate order by thread_id, rank),
  found as (
    select chosen.* from chosen join threads t on t.id = chosen.thread_id
    where ${readableThread('t', '$1')} and chosen.thread_id not in (select thread_id from need)
    order by chosen.at desc, chosen.thread_id desc limit 61),
  news as (select * from found order by at desc, thread_id desc limit 60)`;
