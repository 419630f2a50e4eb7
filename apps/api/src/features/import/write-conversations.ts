import { z } from 'zod';
import { query } from '../../platform/database/query.ts';

const nothing = z.object({});

/** The unit somebody was in at a moment: ties of then belong to the unit of then. */
const unitAt = (person: string, at: string): string =>
  `(select um.unit_id from unit_memberships um where um.person_id = ${person} and um.from_on <= ${at}::date
     and (um.until_on is null or um.until_on > ${at}::date) order by um.from_on desc limit 1)`;

const issue = `jsonb_to_recordset($1::jsonb) as r(n int, id uuid, community uuid, author uuid, title text, situation text, "situationHtml" text, tried text,
  "triedHtml" text, stakes text, urgent boolean, kind text, state text, "stateBefore" text, outcome text, "outcomeHtml" text, "outcomeAt" timestamptz,
  before text, after text, tags text[], at timestamptz)`;

/** $1 issues with their texts rendered, $2 version of the renderer. Numbered within their communities in the order of the file. */
export const writeIssues = query(
  'import.write-issues',
  nothing,
  `with fresh as (select r.*, row_number() over (partition by community order by n) as place from ${issue}
     where not exists (select 1 from practice_issues known where known.id = r.id)),
   numbered as (update communities c set last_issue_number = c.last_issue_number + f.count
     from (select community, count(*)::int as count from fresh group by community) as f where c.id = f.community
     returning c.id, c.last_issue_number - f.count as numbers_before)
   insert into practice_issues (id, community_id, number, asker_id, asker_unit_id, client_id, title, situation, situation_html, tried, tried_html,
     stakes, renderer, kind, tags, is_urgent, state, state_before_archive, posted_at, tried_at, ended_at, archived_at,
     outcome, outcome_html, outcome_before, outcome_after, outcome_told_at, outcome_told_by)
   select f.id, community, numbered.numbers_before + place, author, ${unitAt('author', 'at')}, f.id, title, situation, "situationHtml", coalesce(tried, ''),
     coalesce("triedHtml", ''), coalesce(stakes, ''), $2, coalesce(kind, 'problem-solving'), coalesce(tags, '{}'), urgent, state, "stateBefore", at,
     case when state in ('tried', 'outcome-told', 'not-used') then coalesce("outcomeAt", at) end,
     case when state in ('outcome-told', 'not-used') then coalesce("outcomeAt", at) end,
     case when state = 'archived' then coalesce("outcomeAt", at) end,
     coalesce(outcome, ''), coalesce("outcomeHtml", ''), coalesce(before, ''), coalesce(after, ''),
     case when outcome is not null then coalesce("outcomeAt", at) end, case when outcome is not null then author end
   from fresh f join numbered on numbered.id = f.community`,
);

export const changeIssues = query(
  'import.change-issues',
  nothing,
  `update practice_issues i set title = r.title, situation = r.situation, situation_html = r."situationHtml", tried = coalesce(r.tried, ''),
     tried_html = coalesce(r."triedHtml", ''), stakes = coalesce(r.stakes, ''), renderer = $2, kind = coalesce(r.kind, i.kind),
     tags = coalesce(r.tags, '{}'), is_urgent = r.urgent, state = r.state, state_before_archive = r."stateBefore", outcome = coalesce(r.outcome, ''),
     outcome_html = coalesce(r."outcomeHtml", ''), outcome_before = coalesce(r.before, ''), outcome_after = coalesce(r.after, ''),
     outcome_told_at = case when r.outcome is not null then coalesce(r."outcomeAt", r.at) end,
     outcome_told_by = case when r.outcome is not null then r.author end, version = i.version + 1
   from ${issue} where i.id = r.id`,
);

/** The conversation of an issue has its id; it begins without a message. $1 issues, $2 where they come from by id */
export const writeIssueThreads = query(
  'import.write-issue-threads',
  nothing,
  `insert into threads (id, issue_id, community_id, title, opened_by, opened_by_unit_id, client_id, opened_at, last_message_at, closed_at, imported_from)
   select r.id, r.id, r.community, r.title, r.author, ${unitAt('r.author', 'r.at')}, r.id, r.at, r.at,
     case when r.state = 'archived' then coalesce(r."outcomeAt", r.at) end, $2::jsonb ->> r.id::text
   from ${issue} order by n
   on conflict (id) do update set title = excluded.title`,
);

const thread = `jsonb_to_recordset($1::jsonb) as r(n int, id uuid, title text, community uuid, question text, convener uuid, at timestamptz,
  "closedAt" timestamptz, "closedAs" text, units uuid[], people uuid[], "from" text)`;

/** $1 threads of communities and across units. One without a convener is opened by whoever speaks first. */
export const writeThreads = query(
  'import.write-threads',
  nothing,
  `insert into threads (id, community_id, title, opened_by, opened_by_unit_id, client_id, opened_at, last_message_at, closed_at, closed_as, question,
     convener_id, imported_from)
   select id, community, title, convener, ${unitAt('convener', 'at')}, id, at, at, "closedAt", case when community is null then "closedAs" end,
     coalesce(question, ''), case when community is null then convener end, "from" from ${thread} order by n
   on conflict (id) do update set title = excluded.title, closed_at = excluded.closed_at, closed_as = excluded.closed_as,
     question = excluded.question, version = threads.version + 1`,
);

export const inviteUnits = query(
  'import.invite-units',
  nothing,
  `insert into thread_units (thread_id, unit_id, invited_at) select r.id, unit, r.at from ${thread} cross join unnest(r.units) as unit where r.community is null
   on conflict do nothing`,
);

export const addPeople = query(
  'import.add-people',
  nothing,
  `insert into thread_people (thread_id, person_id, added_at) select r.id, person, r.at from ${thread} cross join unnest(r.people) as person
   where r.community is null on conflict do nothing`,
);

/** $1 threads: nobody writes in them until the transaction ends. */
export const lockThreads = query(
  'import.lock-threads',
  z.object({ id: z.uuid(), lastSeq: z.int(), lastPosition: z.int() }),
  `select id, last_seq as "lastSeq", last_position as "lastPosition" from threads where id = any($1::uuid[]) order by id for no key update`,
);

/** $1 messages */
export const threadsOf = query(
  'import.threads-of',
  z.object({ id: z.uuid(), threadId: z.uuid() }),
  `select id, thread_id as "threadId" from messages where id = any($1::uuid[])`,
);

const message = `json_to_recordset($1::json) as r(id uuid, thread uuid, position int, seq int, author uuid, at timestamptz, markdown text, html text,
  renderer smallint, excerpt text, "namedIds" uuid[], "replyTo" uuid, "editedAt" timestamptz, "from" text)`;

export const writeMessages = query(
  'import.write-messages',
  nothing,
  `insert into messages (id, thread_id, position, changed_seq, author_id, author_unit_id, client_id, markdown, html, renderer, excerpt, named_ids,
     reply_to_id, posted_at, edited_at, imported_from)
   select id, thread, position, seq, author, ${unitAt('author', 'at')}, id, markdown, html, renderer, excerpt, "namedIds", "replyTo", at, "editedAt", "from"
   from ${message}`,
);

export const changeMessages = query(
  'import.change-messages',
  nothing,
  `update messages m set changed_seq = r.seq, markdown = r.markdown, html = r.html, renderer = r.renderer, excerpt = r.excerpt,
     named_ids = r."namedIds", edited_at = r."editedAt", version = m.version + 1 from ${message} where m.id = r.id`,
);

/** What was said last, and who opened a thread that waited for its first message. $1 messages that are new, without their texts; $2 [{ id, lastSeq, lastPosition }] */
export const moveThreads = query(
  'import.move-threads',
  nothing,
  `update threads t set last_seq = s."lastSeq", last_position = s."lastPosition",
     last_message_at = case when said.at is null then t.last_message_at when t.last_position = 0 then said.at else greatest(t.last_message_at, said.at) end,
     last_message_id = coalesce(said.last_id, t.last_message_id),
     opened_by = coalesce(t.opened_by, said.first_author),
     opened_by_unit_id = case when t.opened_by is null then ${unitAt('said.first_author', 'said.first_at')} else t.opened_by_unit_id end
   from jsonb_to_recordset($2::jsonb) as s(id uuid, "lastSeq" int, "lastPosition" int)
   left join (select thread, max(at) as at, (array_agg(id order by position desc))[1] as last_id, (array_agg(author order by position))[1] as first_author,
       (array_agg(at order by position))[1] as first_at
     from jsonb_to_recordset($1::jsonb) as r(id uuid, thread uuid, position int, author uuid, at timestamptz) group by thread) as said on said.thread = s.id
   where t.id = s.id`,
);

/** Whoever follows and had read everything has read what came in, too. $1 [{ id, before }] */
export const keepRead = query(
  'import.keep-read',
  nothing,
  `update read_marks mark set read_position = t.last_position, revision = mark.revision + 1
   from jsonb_to_recordset($1::jsonb) as s(id uuid, before int) join threads t on t.id = s.id
   where mark.thread_id = s.id and mark.read_position >= s.before and s.before > 0 and mark.read_position < t.last_position`,
);

/** $1 threads: when a unit that a cross-unit thread invites, or one below it, first spoke. */
export const hearUnits = query(
  'import.hear-units',
  nothing,
  `with recursive above as (
     select id as unit_id, id as upper_id from units
     union all select above.unit_id, u.parent_id from above join units u on u.id = above.upper_id where u.parent_id is not null)
   update thread_units tu set first_spoke_at = spoken.at
   from (select m.thread_id, above.upper_id as unit_id, min(m.posted_at) as at from messages m join above on above.unit_id = m.author_unit_id
     where m.thread_id in (select thread_id from thread_units where thread_id = any($1::uuid[])) group by 1, 2) as spoken
   where tu.thread_id = spoken.thread_id and tu.unit_id = spoken.unit_id and tu.first_spoke_at is distinct from spoken.at`,
);

/** $1 [{ message, ids }] */
export const writeMentions = query(
  'import.write-mentions',
  nothing,
  `insert into message_mentions (message_id, person_id) select message, id from jsonb_to_recordset($1::jsonb) as r(message uuid, ids uuid[]) cross join unnest(ids) as id
   on conflict do nothing`,
);

export const writeQuotes = query(
  'import.write-quotes',
  nothing,
  `insert into message_quotes (message_id, source_id) select message, id from jsonb_to_recordset($1::jsonb) as r(message uuid, ids uuid[]) cross join unnest(ids) as id
   on conflict do nothing`,
);

/** $1 [{ message, person, emoji, at, isNew }]. One that was taken back here does not come again. */
export const writeReactions = query(
  'import.write-reactions',
  nothing,
  `insert into reactions (message_id, person_id, emoji, reacted_at)
   select distinct on (m.id, r.person, r.emoji) m.id, r.person, r.emoji, coalesce(r.at, m.posted_at)
   from jsonb_to_recordset($1::jsonb) as r(message uuid, person uuid, emoji text, at timestamptz, "isNew" boolean) join messages m on m.id = r.message
   where m.deleted_at is null and (r."isNew" or exists (
     select 1 from reactions known where known.message_id = m.id and known.person_id = r.person and known.emoji = r.emoji))
   on conflict (message_id, person_id, emoji) do update set reacted_at = excluded.reacted_at`,
);

/** $1 messages */
export const countReactions = query(
  'import.count-reactions',
  nothing,
  `update messages m set reactions = counted.list
   from (select message_id, jsonb_agg(jsonb_build_object('emoji', emoji, 'count', count) order by first, emoji) as list
     from (select message_id, emoji, count(*)::int as count, min(reacted_at) as first from reactions where message_id = any($1::uuid[]) group by 1, 2) as used
     group by 1) as counted
   where m.id = counted.message_id`,
);

/** Answers that name a message of another conversation. $1 [{ issue, message, isNew }] */
export const strayAnswers = query(
  'import.stray-answers',
  z.object({ message: z.uuid() }),
  `select r.message from jsonb_to_recordset($1::jsonb) as r(issue uuid, message uuid, "isNew" boolean)
   where r."isNew" and not exists (select 1 from messages m where m.id = r.message and m.thread_id = r.issue)`,
);

/** $1 [{ issue, message, at, isNew }]: the asker took these messages as what helped. */
export const writeAnswers = query(
  'import.write-answers',
  nothing,
  `insert into issue_helps (issue_id, message_id, helper_id, marked_by, marked_at)
   select i.id, m.id, m.author_id, i.asker_id, coalesce(r.at, m.posted_at)
   from jsonb_to_recordset($1::jsonb) as r(issue uuid, message uuid, at timestamptz, "isNew" boolean)
   join practice_issues i on i.id = r.issue join messages m on m.id = r.message and m.thread_id = i.id
   where m.deleted_at is null and (r."isNew" or exists (select 1 from issue_helps known where known.issue_id = i.id and known.message_id = m.id))
   on conflict (issue_id, message_id) do update set marked_at = excluded.marked_at`,
);

/** $1 issues: an issue was answered when its asker first took something. */
export const dateAnswers = query(
  'import.date-answers',
  nothing,
  `update practice_issues i set answered_at = helped.at
   from (select issue_id, min(marked_at) as at from issue_helps where issue_id = any($1::uuid[]) group by 1) as helped where helped.issue_id = i.id`,
);

/** $1 [{ thread, person, read }] */
export const writeFollows = query(
  'import.write-follows',
  nothing,
  `insert into read_marks (person_id, thread_id, read_position, follows)
   select r.person, t.id, least(coalesce(r.read, t.last_position), t.last_position), 'following'
   from jsonb_to_recordset($1::jsonb) as r(thread uuid, person uuid, read int) join threads t on t.id = r.thread
   on conflict do nothing`,
);
