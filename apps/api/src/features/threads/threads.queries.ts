import { threadId } from '@landbridge/contract';
import {
  findThreads,
  getMessageHistory,
  listReactors,
  messageView,
  messageWindow,
  suggestPeople,
  threadChanges as threadChangesAnswer,
  threadHeadline,
  threadList,
  threadPage as threadPageAnswer,
  threadView,
  unreadOverview,
} from '@landbridge/contract/threads';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';
import { headlineJoins, headlineJson, messageJoins, messageJson, readStateJson, threadJoins, threadJson } from './thread.json.ts';
import { readableThread } from './thread.readable.ts';

/** $1 thread, $2 viewer: nothing when the viewer may not read it. */
const readable = `from threads t ${threadJoins('$2')} where t.id = $1 and ${readableThread('t', '$2')}`;

/**
 * A thread with a window of messages: $1 thread, $2 viewer, $3 'unread' | 'newest' | null, $4 message id | null, $5 how many.
 * A third of the window lies before the anchor, so that the first unread message has something to stand on.
 */
export const threadPage = jsonQuery(
  'threads.page',
  threadPageAnswer,
  `with thread as (
     select t.*, ${threadJson('$2')} as json,
       case $3 when 'newest' then t.last_position when 'unread' then coalesce(mark.read_position, 0) + 1
         else (select position from messages where id = $4::uuid and thread_id = t.id) end as anchor
     ${readable}),
   edge as (
     select least(greatest(thread.anchor - $5::int / 3, 1), greatest(thread.last_position - $5::int + 1, 1)) as first from thread where anchor is not null),
   page as (
     select m.position, ${messageJson('$2')} as json
     from thread, edge, messages m ${messageJoins}
     where m.thread_id = $1 and m.position >= edge.first and m.position < edge.first + $5::int)
   select json_build_object('thread', thread.json,
     'messages', coalesce((select json_agg(page.json order by page.position) from page), '[]'),
     'hasOlder', edge.first > 1, 'hasNewer', edge.first + $5::int <= thread.last_position)::text as json
   from thread, edge`,
);

/** $1 thread, $2 viewer, $3 before (exclusive) or null, $4 after (exclusive) or null, $5 how many */
export const messagesWindow = jsonQuery(
  'threads.messages',
  messageWindow,
  `with thread as (select t.id, t.last_position ${readable}),
   edge as (select coalesce($4::int + 1, greatest($3::int - $5::int, 1)) as first, coalesce($4::int + $5::int, $3::int - 1) as last),
   page as (
     select m.position, ${messageJson('$2')} as json from thread, edge, messages m ${messageJoins}
     where m.thread_id = thread.id and m.position between edge.first and edge.last)
   select json_build_object('messages', coalesce((select json_agg(page.json order by page.position) from page), '[]'),
     'hasOlder', edge.first > 1, 'hasNewer', edge.last < thread.last_position)::text as json
   from thread, edge`,
);

/** $1 thread, $2 viewer, $3 after seq, $4 how many */
export const threadChanges = jsonQuery(
  'threads.changes',
  threadChangesAnswer,
  `with thread as (select t.*, ${threadJson('$2')} as json ${readable}),
   changed as (
     select m.* from messages m where m.thread_id = $1 and m.changed_seq > $3 order by m.changed_seq limit $4::int + 1),
   page as (select * from changed order by changed_seq limit $4::int),
   state as (select (select count(*) from changed) <= $4::int as complete)
   select json_build_object('thread', thread.json,
     'messages', coalesce((select json_agg(${messageJson('$2')} order by m.changed_seq) from page m ${messageJoins}), '[]'),
     'throughSeq', case when state.complete then thread.last_seq else (select max(changed_seq) from page) end,
     'isComplete', state.complete)::text as json
   from thread, state`,
);

export const threadById = jsonQuery('threads.thread', threadView, `select ${threadJson('$2')}::text as json ${readable}`);

/** A message the viewer may read. $1 message, $2 viewer */
export const messageById = jsonQuery(
  'threads.message',
  messageView,
  `select ${messageJson('$2')}::text as json from messages m ${messageJoins}
   join threads t on t.id = m.thread_id where m.id = $1 and ${readableThread('t', '$2')}`,
);

/** What to tell after a message was written: the message without anybody's own marks, and the thread's headline. $1 message, $2 viewer */
export const tellingOfMessage = query(
  'threads.telling',
  z.object({ message: messageView, headline: threadHeadline, answer: z.string() }),
  `select ${messageJson('null::uuid')} as message, ${messageJson('$2')}::text as answer, json_build_object(${headlineJson}) as headline
   from messages m ${messageJoins} join threads t on t.id = m.thread_id ${headlineJoins} where m.id = $1`,
);

export const headlineOf = query(
  'threads.headline',
  z.object({ headline: threadHeadline }),
  `select json_build_object(${headlineJson}) as headline from threads t ${headlineJoins} where t.id = $1`,
);

const rows = `coalesce(json_agg(json_build_object(${headlineJson}, 'readState', ${readStateJson}) order by t.last_message_at desc, t.id desc), '[]')`;
const cursorOf = `(select encode(convert_to(json_build_array(iso(last_message_at), id)::text, 'UTF8'), 'base64') from page order by last_message_at, id limit 1)`;

/** Wraps a page of thread ids into list JSON. The page reads one more row than it shows. */
const listOf = (viewer: string, limit: string, from: string) => `
  with found as (${from} limit ${limit}::int + 1),
  page as (select * from found order by last_message_at desc, id desc limit ${limit}::int)
  select json_build_object('threads', (
      select ${rows} from page join threads t on t.id = page.id ${headlineJoins}
      left join read_marks mark on mark.thread_id = t.id and mark.person_id = ${viewer}),
    'nextCursor', case when (select count(*) from found) > ${limit}::int then translate(${cursorOf}, E'+/=\\n', '-_') end)::text as json`;

/** $1 community, $2 viewer, $3 cursor time, $4 cursor id, $5 limit. The caller has asked for the right to read. */
export const threadsOfCommunity = jsonQuery(
  'threads.of-community',
  threadList,
  listOf(
    '$2',
    '$5',
    `select t.id, t.last_message_at from threads t where t.community_id = $1 and t.issue_id is null
     and ($3::timestamptz is null or (t.last_message_at, t.id) < ($3, $4::uuid)) order by t.last_message_at desc, t.id desc`,
  ),
);

const mine = (condition: string) =>
  listOf(
    '$1',
    '$4',
    `select t.id, t.last_message_at from threads t
     ${condition} and t.last_message_id is not null and ${readableThread('t', '$1')} and ($2::timestamptz is null or (t.last_message_at, t.id) < ($2, $3::uuid)) order by t.last_message_at desc, t.id desc`,
  );

/** $1 viewer, $2 cursor time, $3 cursor id, $4 limit */
export const myThreads = {
  following: jsonQuery(
    'threads.following',
    threadList,
    mine(`join read_marks own on own.thread_id = t.id and own.person_id = $1 and own.follows = 'following' where true`),
  ),
  unread: jsonQuery(
    'threads.unread-list',
    threadList,
    mine(
      `join read_marks own on own.thread_id = t.id and own.person_id = $1 and own.follows = 'following' where t.last_position > own.read_position`,
    ),
  ),
  mentions: jsonQuery(
    'threads.mentions',
    threadList,
    mine(`where exists (select 1 from message_mentions mm join messages mentioning on mentioning.id = mm.message_id
      where mm.person_id = $1 and mentioning.thread_id = t.id)`),
  ),
  'across-units': jsonQuery('threads.across-units', threadList, mine('where t.community_id is null')),
};

/** The newest message is the viewer's own; `t` is the thread. */
const isOwn = (viewer: string) =>
  `exists (select 1 from messages newest where newest.id = t.last_message_id and newest.author_id = ${viewer})`;

/** $1 viewer. A thread is news while nobody but the viewer has seen to it: not followed, not muted, not read, not their own words. */
export const unread = jsonQuery(
  'threads.unread',
  unreadOverview,
  `with followed as (
     select t.id, t.community_id, t.last_position, t.last_message_at, ${isOwn('$1')} as own, ${readStateJson} as state, false as news
     from read_marks mark join threads t on t.id = mark.thread_id
     where mark.person_id = $1 and mark.follows <> 'none' and ${readableThread('t', '$1')}
     order by t.last_message_at desc, t.id limit 1000),
   recent as (
     select t.id, t.community_id, t.last_position, t.last_message_at, ${isOwn('$1')} as own, ${readStateJson} as state,
       t.last_position > coalesce(mark.read_position, 0) and not ${isOwn('$1')} as news
     from community_members m join threads t on t.community_id = m.community_id and t.last_message_at > m.seen_at
     left join read_marks mark on mark.thread_id = t.id and mark.person_id = $1
     where m.person_id = $1 and coalesce(mark.follows, 'none') = 'none'
     order by t.last_message_at desc, t.id limit 1000),
   shown as (select * from followed union all select * from recent)
   select json_build_object(
     'threads', coalesce((
       select json_agg(json_build_object('threadId', id, 'communityId', community_id, 'lastPosition', last_position,
         'lastMessageAt', iso(last_message_at), 'isOwn', own, 'readState', state) order by last_message_at desc, id) from shown), '[]'),
     'communities', coalesce((
       select json_agg(json_build_object('communityId', community_id, 'seenAt', iso(seen_at)) order by community_id)
       from (select community_id, seen_at from community_members where person_id = $1 limit 1000) as mine), '[]'),
     'communitiesWithNews', coalesce((
       select json_agg(community_id order by community_id) from (select distinct community_id from shown where news) as dotted), '[]'))::text as json`,
);

/** $1 viewer, $2 words, LIKE-escaped, $3 limit */
export const threadsByTitle = jsonQuery(
  'threads.by-title',
  findThreads.response,
  `select json_build_object('threads', coalesce(json_agg(json_build_object('id', id, 'title', title, 'communityName', name)), '[]'))::text as json from (
     select t.id, t.title, c.name from threads t left join communities c on c.id = t.community_id
     where lower(t.title) like '%' || $2 || '%' and t.issue_id is null and ${readableThread('t', '$1')} order by t.last_message_at desc limit $3) as found`,
);

export const messageHistory = jsonQuery(
  'threads.history',
  getMessageHistory.response,
  `select json_build_object('versions', coalesce(json_agg(json_build_object('version', version, 'markdown', markdown, 'html', html, 'writtenAt', iso(written_at))
     order by version desc), '[]'))::text as json from (select * from message_versions where message_id = $1 order by version desc limit 100) as former`,
);

/** $1 message, $2 emoji, $3 limit */
export const reactors = jsonQuery(
  'threads.reactors',
  listReactors.response,
  `select json_build_object('people', coalesce(json_agg(summary order by reacted_at), '[]'))::text as json from (
     select pp.summary, r.reacted_at from reactions r join present_people pp on pp.id = r.person_id
     where r.message_id = $1 and r.emoji = $2 order by r.reacted_at limit $3) as reacted`,
);

/** $1 thread, $2 beginning of a name, LIKE-escaped, $3 limit: those who may read it, members of its community first. */
export const readersByName = jsonQuery(
  'threads.readers-by-name',
  suggestPeople.response,
  `select json_build_object('people', coalesce(json_agg(summary), '[]'))::text as json from (
     select pp.summary from threads t cross join people p join present_people pp on pp.id = p.id
     left join community_members cm on cm.community_id = t.community_id and cm.person_id = p.id
     where t.id = $1 and p.deactivated_at is null
       and ($2 = '' or lower(p.name) like $2 || '%' or lower(p.name) like '% ' || $2 || '%') and ${readableThread('t', 'p.id')}
     order by (cm.person_id is null), lower(p.name), p.id limit $3) as found`,
);

/** $1 person: their place in present lists; null when they do not want to be seen. */
export const visiblePerson = query(
  'threads.visible-person',
  z.object({ summary: suggestPeople.response.shape.people.element, showsPresence: z.boolean() }),
  `select pp.summary, p.shows_presence as "showsPresence" from people p join present_people pp on pp.id = p.id where p.id = $1`,
);

export const threadsOfCommunityAlone = query(
  'threads.ids-of-community',
  z.object({ id: threadId }),
  `select id from threads where community_id = $1 order by last_message_at desc`,
);
