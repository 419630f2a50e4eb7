import { longAgo } from './write-people.ts';

/** The id that a file uses: `source:id` for what was imported, as it was given where the source is this installation, else our own. */
const theirs = (id: string, type: string, own: string): string =>
  `coalesce((select case when thing.source = '${own}' then thing.source_id else thing.source || ':' || thing.source_id end
     from imported_things thing where thing.id = ${id} and thing.type = '${type}' and thing.mark <> 'made here' order by thing.source limit 1), ${id}::text)`;

const filled = (column: string): string => `nullif(${column}, '')`;
const filledList = (column: string): string => `case when ${column} <> '{}' then to_jsonb(${column}) end`;

/** How messages follow each other in a file: by time, then by place. */
export const messageMoment = (m: string): string => `date_trunc('milliseconds', ${m}.posted_at)`;
const isEarlier = (one: string, other: string): string =>
  `(${messageMoment(one)}, ${one}.position) < (${messageMoment(other)}, ${other}.position) and ${one}.deleted_at is null`;

/** Ids of things as a file writes them. $1 people, $2 messages; a message with its place in the file. */
export const idsInFile = (own: string): string =>
  `select p.id, ${theirs('p.id', 'person', own)} as name, null::timestamptz as moment, 0 as position from people p where p.id = any($1::uuid[])
   union all select m.id, ${theirs('m.id', 'message', own)}, ${messageMoment('m')}, m.position from messages m where m.id = any($2::uuid[]) and m.deleted_at is null and m.hidden_at is null`;

const line = (fields: string): string => `jsonb_build_object(${fields}) as line`;
const inOrder = 'collate "C"';

/**
 * One statement per type, in the order of the file: a line refers to earlier ones only. `own` is the source's name of this installation.
 * Fields that are null are left out by the caller.
 */
export const exportStatements = (own: string): readonly string[] => {
  const id = (column: string, type: string) => theirs(column, type, own);
  const roleOf = (role: string, flag: string) =>
    `select ${id('p.id', 'person')} as person, '${role}' as role, null as unit, null::date as since, null::date as until from people p where p.${flag}`;
  return [
    `with recursive tree as (
       select u.id, 0 as depth from units u where parent_id is null union all select u.id, depth + 1 from units u join tree on u.parent_id = tree.id)
     select ${line(`'type', 'unit', 'id', ${id('u.id', 'unit')}, 'name', u.name, 'parent', case when u.parent_id is not null then ${id('u.parent_id', 'unit')} end,
       'code', u.code, 'from', nullif(u.since, '${longAgo}'), 'to', u.closed_on`)}
     from units u join tree on tree.id = u.id order by depth, u.since, ${id('u.id', 'unit')} ${inOrder}`,
    `select ${line(`'type', 'person', 'id', ${id('p.id', 'person')}, 'name', p.name, 'email', p.email,
       'unit', case when first.unit_id is not null then ${id('first.unit_id', 'unit')} end, 'since', nullif(first.from_on, '${longAgo}'),
       'title', ${filled('p.title')}, 'place', ${filled('p.place')}, 'languages', ${filledList('p.languages')}, 'topics', ${filledList('p.topics')},
       'about', ${filled('p.about')}, 'active', case when p.deactivated_at is not null then false end`)}
     from people p left join lateral (select unit_id, from_on from unit_memberships where person_id = p.id order by from_on limit 1) as first on true
     order by ${id('p.id', 'person')} ${inOrder}`,
    `select ${line(`'type', 'role', 'person', person, 'role', role, 'unit', unit, 'from', since, 'to', until`)}
     from (${roleOf('administrator', 'is_administrator')} union all ${roleOf('observer', 'is_observer')}
       union all ${roleOf('training-department', 'is_training_department')}
       union all select ${id('um.person_id', 'person')}, 'manager', ${id('um.unit_id', 'unit')}, nullif(um.from_on, '${longAgo}'), um.until_on from unit_managers um) as roles
     order by person ${inOrder}, role, unit ${inOrder}, since, until`,
    `select ${line(`'type', 'unit-change', 'person', ${id('um.person_id', 'person')}, 'unit', ${id('um.unit_id', 'unit')}, 'at', um.from_on`)}
     from unit_memberships um where exists (select 1 from unit_memberships before where before.person_id = um.person_id and before.from_on < um.from_on)
     order by um.from_on, ${id('um.person_id', 'person')} ${inOrder}`,
    `with recursive heirs as (
       select c.id, 0 as depth from communities c where c.merged_into is null
       union all select c.id, depth + 1 from communities c join heirs on c.merged_into = heirs.id)
     select ${line(`'type', 'community', 'id', ${id('c.id', 'community')}, 'name', c.name, 'domain', ${filled('c.domain')}, 'people', ${filled('c.people')},
       'practice', ${filled('c.practice')}, 'visibility', c.visibility, 'languages', ${filledList('c.languages')}, 'rhythm', ${filled('c.rhythm')},
       'stage', c.stage, 'at', iso(c.created_at), 'closedAt', iso(c.closed_at),
       'mergedInto', case when c.merged_into is not null then ${id('c.merged_into', 'community')} end`)}
     from communities c left join heirs on heirs.id = c.id order by depth, date_trunc('milliseconds', c.created_at), ${id('c.id', 'community')} ${inOrder}`,
    `select ${line(`'type', 'membership', 'community', ${id('m.community_id', 'community')}, 'person', ${id('m.person_id', 'person')}, 'role', m.role,
       'leadership', (select jsonb_agg(l.role order by l.role) from leadership_roles l where l.community_id = m.community_id and l.person_id = m.person_id),
       'at', iso(m.joined_at)`)}
     from community_members m
     order by date_trunc('milliseconds', m.joined_at), ${id('m.community_id', 'community')} ${inOrder}, ${id('m.person_id', 'person')} ${inOrder}`,
    `select ${line(`'type', 'issue', 'id', ${id('i.id', 'issue')}, 'community', ${id('i.community_id', 'community')}, 'author', ${id('i.asker_id', 'person')},
       'title', i.title, 'situation', ${filled('i.situation')}, 'tried', ${filled('i.tried')}, 'stakes', ${filled('i.stakes')},
       'urgent', case when i.is_urgent then true end, 'kind', i.kind, 'state', i.state, 'outcome', ${filled('i.outcome')},
       'outcomeAt', iso(coalesce(i.outcome_told_at, case i.state when 'tried' then i.tried_at when 'not-used' then i.ended_at
         when 'outcome-told' then i.ended_at when 'archived' then i.archived_at end)),
       'before', ${filled('i.outcome_before')}, 'after', ${filled('i.outcome_after')}, 'tags', ${filledList('i.tags')}, 'at', iso(i.posted_at)`)}
     from practice_issues i order by date_trunc('milliseconds', i.posted_at), ${id('i.id', 'issue')} ${inOrder}`,
    `select ${line(`'type', 'thread', 'id', ${id('t.id', 'thread')}, 'title', t.title,
       'community', case when t.issue_id is null and t.community_id is not null then ${id('t.community_id', 'community')} end,
       'issue', case when t.issue_id is not null then ${id('t.issue_id', 'issue')} end,
       'units', (select jsonb_agg(${id('tu.unit_id', 'unit')} order by ${id('tu.unit_id', 'unit')} ${inOrder}) from thread_units tu where tu.thread_id = t.id),
       'people', (select jsonb_agg(${id('tp.person_id', 'person')} order by ${id('tp.person_id', 'person')} ${inOrder}) from thread_people tp where tp.thread_id = t.id),
       'question', ${filled('t.question')}, 'convener', case when t.issue_id is null and t.opened_by is not null then ${id('t.opened_by', 'person')} end,
       'at', iso(coalesce(i.posted_at, t.opened_at)), 'closedAt', case when t.issue_id is null then iso(t.closed_at) end, 'closedAs', t.closed_as`)}
     from threads t left join practice_issues i on i.id = t.issue_id
     order by date_trunc('milliseconds', coalesce(i.posted_at, t.opened_at)), ${id('t.id', 'thread')} ${inOrder}`,
    `select m.id, m.position, ${messageMoment('m')} as moment, ${line(`'type', 'message', 'id', ${id('m.id', 'message')}, 'thread', ${id('m.thread_id', 'thread')},
       'author', ${id('m.author_id', 'person')}, 'at', iso(m.posted_at), 'body', case when m.markdown ~ '\\S' then m.markdown else m.excerpt end,
       'replyTo', (select ${id('target.id', 'message')} from messages target where target.id = m.reply_to_id and ${isEarlier('target', 'm')}),
       'quotes', (select jsonb_agg(${id('q.source_id', 'message')} order by ${id('q.source_id', 'message')} ${inOrder})
         from message_quotes q join messages source on source.id = q.source_id where q.message_id = m.id and ${isEarlier('source', 'm')}),
       'mentions', (select jsonb_agg(${id('mm.person_id', 'person')} order by ${id('mm.person_id', 'person')} ${inOrder}) from message_mentions mm where mm.message_id = m.id),
       'editedAt', iso(m.edited_at)`)}
     from messages m where m.deleted_at is null and m.hidden_at is null order by ${messageMoment('m')}, m.position, ${id('m.id', 'message')} ${inOrder}`,
    `select ${line(`'type', 'reaction', 'message', ${id('r.message_id', 'message')}, 'person', ${id('r.person_id', 'person')}, 'emoji', r.emoji, 'at', iso(r.reacted_at)`)}
     from reactions r join messages m on m.id = r.message_id and m.deleted_at is null and m.hidden_at is null
     order by date_trunc('milliseconds', r.reacted_at), ${id('r.message_id', 'message')} ${inOrder}, ${id('r.person_id', 'person')} ${inOrder}, r.emoji ${inOrder}`,
    `select ${line(`'type', 'answer', 'issue', ${id('h.issue_id', 'issue')}, 'message', ${id('h.message_id', 'message')}, 'at', iso(h.marked_at)`)}
     from issue_helps h join messages m on m.id = h.message_id and m.deleted_at is null and m.hidden_at is null
     order by date_trunc('milliseconds', h.marked_at), ${id('h.issue_id', 'issue')} ${inOrder}, ${id('h.message_id', 'message')} ${inOrder}`,
    `select a.id, 0 as position, date_trunc('milliseconds', a.created_at) as moment, ${line(`'type', 'artifact', 'id', ${id('a.id', 'artifact')}, 'title', a.title,
       'body', a.markdown,
       'communities', (select jsonb_agg(${id('ac.community_id', 'community')} order by ${id('ac.community_id', 'community')} ${inOrder})
         from artifact_communities ac where ac.artifact_id = a.id),
       'from', coalesce(case when a.from_issue_id is not null then ${id('a.from_issue_id', 'issue')} end,
         (select ${id('m.id', 'message')} from messages m where m.id = a.from_message_id and m.deleted_at is null and m.hidden_at is null)),
       'author', ${id('a.author_id', 'person')}, 'at', iso(a.created_at)`)}
     from artifacts a order by date_trunc('milliseconds', a.created_at), ${id('a.id', 'artifact')} ${inOrder}`,
    `select ${line(`'type', 'follow', 'thread', thread, 'person', person, 'read', nullif(read, total)`)}
     from (select ${id('mark.thread_id', 'thread')} as thread, ${id('mark.person_id', 'person')} as person,
         (select count(*) from messages m where m.thread_id = mark.thread_id and m.deleted_at is null and m.hidden_at is null and m.position <= mark.read_position) as read,
         (select count(*) from messages m where m.thread_id = mark.thread_id and m.deleted_at is null and m.hidden_at is null) as total
       from read_marks mark where mark.follows = 'following') as follows
     order by thread ${inOrder}, person ${inOrder}`,
    `select ${line(`'type', 'session', 'id', ${id('s.id', 'session')}, 'community', ${id('s.community_id', 'community')}, 'title', s.title, 'at', iso(s.at),
       'minutes', s.minutes, 'attendees', (select jsonb_agg(${id('sp.person_id', 'person')} order by ${id('sp.person_id', 'person')} ${inOrder})
         from session_people sp where sp.session_id = s.id and sp.took_part)`)}
     from sessions s where s.cancelled_at is null order by date_trunc('milliseconds', s.at), ${id('s.id', 'session')} ${inOrder}`,
  ];
};
