import { communityId, messageId, personId, threadId, unitId } from '@landbridge/contract';
import { memberRole, visibility } from '@landbridge/contract/communities';
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
import { readableCommunity } from '../communities/index.ts';

/** A person with the unit they had then: `p` is the row of people, `u` that of units. */
const personAt = (p: string, u: string) =>
  `json_build_object('id', ${p}.id, 'name', ${p}.name, 'unit', case when ${u}.id is not null then json_build_object('id', ${u}.id, 'name', ${u}.name, 'code', ${u}.code, 'hue', ${u}.hue) end)`;

/** One message `m` as JSON for the viewer in parameter `viewer`; needs `messageJoins`. Answers and events are both made of it. */
const messageJson = (viewer: string) => `json_build_object(
  'id', m.id, 'threadId', m.thread_id, 'clientId', m.client_id, 'position', m.position, 'changedSeq', m.changed_seq, 'version', m.version,
  'author', ${personAt('author', 'author_unit')},
  'postedAt', iso(m.posted_at), 'editedAt', iso(m.edited_at), 'deletedAt', iso(m.deleted_at), 'html', m.html, 'excerpt', m.excerpt,
  'named', case when m.named_ids = '{}' then '[]'::json else (
    select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.id), '[]') from people p where p.id = any(m.named_ids)) end,
  'replyTo', case when target.id is not null then json_build_object('id', target.id, 'position', target.position,
    'author', json_build_object('id', target_author.id, 'name', target_author.name),
    'excerpt', case when target.deleted_at is null then target.excerpt end) end,
  'reactions', case when m.reactions = '[]' then '[]'::json else (
    select json_agg(json_build_object('emoji', used ->> 'emoji', 'count', (used ->> 'count')::int, 'isMine', exists (
      select 1 from reactions mine where mine.message_id = m.id and mine.person_id = ${viewer} and mine.emoji = used ->> 'emoji')) order by n)
    from jsonb_array_elements(m.reactions) with ordinality as list(used, n)) end)`;

const messageJoins = `
  join people author on author.id = m.author_id
  left join units author_unit on author_unit.id = m.author_unit_id
  left join messages target on target.id = m.reply_to_id
  left join people target_author on target_author.id = target.author_id`;

const readStateJson = `json_build_object('readPosition', coalesce(mark.read_position, 0), 'follows', coalesce(mark.follows, 'none'), 'revision', coalesce(mark.revision, 0))`;

/** The thread `t` with its community `c`, the viewer's membership `cm` and read mark `mark`. `can` is `threadAbilities` in SQL. */
const threadJson = (viewer: string) =>
  `json_build_object(
  'id', t.id, 'title', t.title, 'version', t.version,
  'community', json_build_object('id', c.id, 'name', c.name, 'visibility', c.visibility),
  'openedBy', ${personAt('opener', 'opener_unit')}, 'openedAt', iso(t.opened_at), 'closedAt', iso(t.closed_at),
  'lastSeq', t.last_seq, 'lastPosition', t.last_position, 'readState', ${readStateJson},
  'can', json_build_object('read', true, 'post', t.closed_at is null,
    'rename', looks.after, 'close', looks.after and t.closed_at is null, 'reopen', looks.after and t.closed_at is not null))`.replaceAll(
    'looks.after',
    `(t.opened_by = ${viewer} or coalesce(cm.role in ('convener', 'steward'), false))`,
  );

/** $1 thread, $2 viewer: nothing when the viewer may not read it. */
const readableThread = `
  from threads t
  join communities c on c.id = t.community_id and ${readableCommunity('c', '$2')}
  join people opener on opener.id = t.opened_by
  left join units opener_unit on opener_unit.id = t.opened_by_unit_id
  left join community_members cm on cm.community_id = c.id and cm.person_id = $2
  left join read_marks mark on mark.thread_id = t.id and mark.person_id = $2
  where t.id = $1`;

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
     ${readableThread}),
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
  `with thread as (select t.id, t.last_position ${readableThread}),
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
  `with thread as (select t.*, ${threadJson('$2')} as json ${readableThread}),
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

export const threadById = jsonQuery('threads.thread', threadView, `select ${threadJson('$2')}::text as json ${readableThread}`);

/** A message the viewer may read. $1 message, $2 viewer */
export const messageById = jsonQuery(
  'threads.message',
  messageView,
  `select ${messageJson('$2')}::text as json from messages m ${messageJoins}
   join threads t on t.id = m.thread_id join communities c on c.id = t.community_id and ${readableCommunity('c', '$2')} where m.id = $1`,
);

const headlineJson = `
  'id', t.id, 'title', t.title, 'community', json_build_object('id', c.id, 'name', c.name, 'visibility', c.visibility),
  'openedBy', ${personAt('opener', 'opener_unit')}, 'openedAt', iso(t.opened_at), 'closedAt', iso(t.closed_at),
  'lastPosition', t.last_position, 'lastMessageAt', iso(t.last_message_at),
  'lastAuthor', ${personAt('last_author', 'last_unit')}, 'lastExcerpt', last.excerpt`;

const headlineJoins = `
  join communities c on c.id = t.community_id
  join people opener on opener.id = t.opened_by
  left join units opener_unit on opener_unit.id = t.opened_by_unit_id
  join messages last on last.id = t.last_message_id
  join people last_author on last_author.id = last.author_id
  left join units last_unit on last_unit.id = last.author_unit_id`;

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
    `select t.id, t.last_message_at from threads t where t.community_id = $1
     and ($3::timestamptz is null or (t.last_message_at, t.id) < ($3, $4::uuid)) order by t.last_message_at desc, t.id desc`,
  ),
);

const mine = (condition: string) =>
  listOf(
    '$1',
    '$4',
    `select t.id, t.last_message_at from threads t join communities c on c.id = t.community_id and ${readableCommunity('c', '$1')}
     ${condition} and ($2::timestamptz is null or (t.last_message_at, t.id) < ($2, $3::uuid)) order by t.last_message_at desc, t.id desc`,
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
     from read_marks mark join threads t on t.id = mark.thread_id join communities c on c.id = t.community_id
     where mark.person_id = $1 and mark.follows <> 'none' and ${readableCommunity('c', '$1')}
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
     select t.id, t.title, c.name from threads t join communities c on c.id = t.community_id and ${readableCommunity('c', '$1')}
     where lower(t.title) like '%' || $2 || '%' order by t.last_message_at desc limit $3) as found`,
);

const standing = z.object({
  id: threadId,
  communityId,
  communityName: z.string(),
  visibility,
  role: memberRole.nullable(),
  openedBy: personId,
  title: z.string(),
  version: z.int(),
  closedAt: z.date().nullable(),
  lastSeq: z.int(),
  lastPosition: z.int(),
  lastMessageId: messageId.nullable(),
  /** The actor's present unit. */
  unitId: unitId.nullable(),
});
export type ThreadStanding = z.output<typeof standing>;

const facts = `select t.id, t.community_id as "communityId", c.name as "communityName", c.visibility, cm.role, t.opened_by as "openedBy", t.title, t.version,
   t.closed_at as "closedAt", t.last_seq as "lastSeq", t.last_position as "lastPosition", t.last_message_id as "lastMessageId", um.unit_id as "unitId"
   from threads t join communities c on c.id = t.community_id
   left join community_members cm on cm.community_id = c.id and cm.person_id = $2
   left join unit_memberships um on um.person_id = $2 and um.until_on is null where t.id = $1`;

/** $1 thread, $2 actor */
export const threadFacts = query('threads.facts', standing, facts);
/** The same, and nobody else writes in the thread or changes the community's members until the transaction ends. */
export const lockedThreadFacts = query('threads.locked-facts', standing, `${facts} for update of t for key share of c`);

export const messageFacts = query(
  'threads.message-facts',
  z.object({
    id: messageId,
    threadId,
    authorId: personId,
    version: z.int(),
    markdown: z.string(),
    html: z.string(),
    writtenAt: z.date(),
    editedAt: z.date().nullable(),
    deletedAt: z.date().nullable(),
    reactions: z.array(z.object({ emoji: z.string(), count: z.int() })),
  }),
  `select id, thread_id as "threadId", author_id as "authorId", version, markdown, html, coalesce(edited_at, posted_at) as "writtenAt",
     edited_at as "editedAt", deleted_at as "deletedAt", reactions from messages where id = $1`,
);

/** $1 author, $2 client id */
export const messageByClientId = query(
  'threads.message-by-client-id',
  z.object({ id: messageId, threadId, markdown: z.string(), replyToId: messageId.nullable(), isDeleted: z.boolean() }),
  `select id, thread_id as "threadId", markdown, reply_to_id as "replyToId", deleted_at is not null as "isDeleted"
   from messages where author_id = $1 and client_id = $2`,
);

export const threadByClientId = query(
  'threads.by-client-id',
  z.object({ id: threadId, communityId, title: z.string() }),
  `select id, community_id as "communityId", title from threads where opened_by = $1 and client_id = $2`,
);

/** Those of $1 (people) who may read community $2, with their names. */
export const readersAmong = query(
  'threads.readers-among',
  z.object({ id: personId, name: z.string() }),
  `select p.id, p.name from people p join communities c on c.id = $2
   where p.id = any($1::uuid[]) and p.deactivated_at is null and ${readableCommunity('c', 'p.id')}`,
);

/** Those of $1 (messages) that $2 may read and that are not deleted. */
export const sourcesAmong = query(
  'threads.sources-among',
  z.object({ id: messageId, authorId: personId, markdown: z.string() }),
  `select m.id, m.author_id as "authorId", m.markdown from messages m join threads t on t.id = m.thread_id
   join communities c on c.id = t.community_id and ${readableCommunity('c', '$2')}
   where m.id = any($1::uuid[]) and m.deleted_at is null`,
);

export const quotersOf = query(
  'threads.quoters',
  z.object({ id: messageId, threadId }),
  `select m.id, m.thread_id as "threadId" from message_quotes q join messages m on m.id = q.message_id
   where q.source_id = $1 and m.deleted_at is null order by m.id limit 500`,
);

/** Messages that show words of $1: replies its first line, quotes what they quote. */
export const repeatersOf = query(
  'threads.repeaters',
  z.object({ id: messageId }),
  `select id from messages where reply_to_id = $1 union select message_id from message_quotes where source_id = $1`,
);

export const mentionedIn = query(
  'threads.mentioned-in',
  z.object({ id: personId }),
  `select person_id as id from message_mentions where message_id = $1`,
);

export const authorsOf = query(
  'threads.authors',
  z.object({ id: messageId, authorId: personId }),
  `select id, author_id as "authorId" from messages where id = any($1::uuid[])`,
);

export const versionsOf = query(
  'threads.versions',
  z.object({ version: z.int(), markdown: z.string() }),
  `select version, markdown from message_versions where message_id = $1`,
);

export const messageHistory = jsonQuery(
  'threads.history',
  getMessageHistory.response,
  `select json_build_object('versions', coalesce(json_agg(json_build_object('version', version, 'markdown', markdown, 'html', html, 'writtenAt', iso(written_at))
     order by version desc), '[]'))::text as json from (select * from message_versions where message_id = $1 order by version desc limit 100) as former`,
);

export const presentUnitOf = query(
  'threads.present-unit',
  z.object({ unitId: unitId.nullable() }),
  `select unit_id as "unitId" from unit_memberships where person_id = $1 and until_on is null`,
);

export const namesOf = query(
  'threads.names',
  z.object({ id: personId, name: z.string() }),
  `select id, name from people where id = any($1::uuid[])`,
);

/** $1 message, $2 emoji, $3 limit */
export const reactors = jsonQuery(
  'threads.reactors',
  listReactors.response,
  `select json_build_object('people', coalesce(json_agg(summary order by reacted_at), '[]'))::text as json from (
     select pp.summary, r.reacted_at from reactions r join present_people pp on pp.id = r.person_id
     where r.message_id = $1 and r.emoji = $2 order by r.reacted_at limit $3) as reacted`,
);

/** $1 community, $2 beginning of a name, LIKE-escaped, $3 limit: members first in private ones, everybody in open ones. */
export const readersByName = jsonQuery(
  'threads.readers-by-name',
  suggestPeople.response,
  `select json_build_object('people', coalesce(json_agg(summary), '[]'))::text as json from (
     select pp.summary from people p join present_people pp on pp.id = p.id join communities c on c.id = $1
     left join community_members cm on cm.community_id = c.id and cm.person_id = p.id
     where p.deactivated_at is null and (c.visibility = 'open' or cm.person_id is not null)
       and ($2 = '' or lower(p.name) like $2 || '%' or lower(p.name) like '% ' || $2 || '%')
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
