/** A person with the unit they had then: `p` is the row of people, `u` that of units. */
export const personAt = (p: string, u: string) =>
  `json_build_object('id', ${p}.id, 'name', ${p}.name, 'unit', case when ${u}.id is not null then ${unitJson(u)} end)`;

export const unitJson = (u: string) => `json_build_object('id', ${u}.id, 'name', ${u}.name, 'code', ${u}.code, 'hue', ${u}.hue)`;

/** One message `m` as JSON for the viewer in parameter `viewer`; needs `messageJoins`. Answers and events are both made of it. */
export const messageJson = (viewer: string) => `json_build_object(
  'id', m.id, 'threadId', m.thread_id, 'clientId', m.client_id, 'position', m.position, 'changedSeq', m.changed_seq, 'version', m.version,
  'author', ${personAt('author', 'author_unit')},
  'postedAt', iso(m.posted_at), 'editedAt', iso(m.edited_at), 'deletedAt', iso(m.deleted_at),
  'hidden', case when m.hidden_at is not null then json_build_object('since', iso(m.hidden_at), 'reason', m.hidden_reason) end,
  'isReported', exists (select 1 from message_reports own where own.message_id = m.id and own.reporter_id = ${viewer}), 'html', m.html, 'excerpt', m.excerpt,
  'named', case when m.named_ids = '{}' then '[]'::json else (
    select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.id), '[]') from people p where p.id = any(m.named_ids)) end,
  'replyTo', case when target.id is not null then json_build_object('id', target.id, 'position', target.position,
    'author', json_build_object('id', target_author.id, 'name', target_author.name),
    'excerpt', case when target.deleted_at is null and target.hidden_at is null then target.excerpt end) end,
  'reactions', case when m.reactions = '[]' then '[]'::json else (
    select json_agg(json_build_object('emoji', used ->> 'emoji', 'count', (used ->> 'count')::int, 'isMine', exists (
      select 1 from reactions mine where mine.message_id = m.id and mine.person_id = ${viewer} and mine.emoji = used ->> 'emoji')) order by n)
    from jsonb_array_elements(m.reactions) with ordinality as list(used, n)) end, 'files', case when m.hidden_at is null then m.files else '[]' end)`;

export const messageJoins = `
  join people author on author.id = m.author_id
  left join units author_unit on author_unit.id = m.author_unit_id
  left join messages target on target.id = m.reply_to_id
  left join people target_author on target_author.id = target.author_id`;

export const readStateJson = `json_build_object('readPosition', coalesce(mark.read_position, 0), 'follows', coalesce(mark.follows, 'none'), 'revision', coalesce(mark.revision, 0))`;

export const communityJson = `case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'visibility', c.visibility) end`;

/** What only a cross-unit thread `t` has: units in the order of their first word, then by name. */
export const crossUnitJson = `case when t.community_id is null then json_build_object(
  'question', t.question, 'closedAs', t.closed_as,
  'convener', (select summary from present_people where id = t.convener_id),
  'units', (select coalesce(json_agg(json_build_object('unit', ${unitJson('u')}, 'firstSpokeAt', iso(tu.first_spoke_at))
      order by tu.first_spoke_at nulls last, lower(u.name), u.id), '[]')
    from thread_units tu join units u on u.id = tu.unit_id where tu.thread_id = t.id),
  'people', (select coalesce(json_agg(pp.summary order by lower(pp.name), pp.id), '[]')
    from thread_people tp join present_people pp on pp.id = tp.person_id where tp.thread_id = t.id)) end`;

export const pinnedJson = `(select coalesce(json_agg(json_build_object('messageId', pm.id, 'position', pm.position,
    'author', json_build_object('id', pa.id, 'name', pa.name), 'excerpt', pm.excerpt) order by pin.pinned_at, pm.id), '[]')
  from thread_pins pin join messages pm on pm.id = pin.message_id join people pa on pa.id = pm.author_id where pin.thread_id = t.id)`;

/** The thread `t` as `threadJoins` found it. `can` is `threadAbilities` in SQL, for those who may read. */
export const threadJson = (viewer: string) => {
  const after = `(case when t.community_id is null then t.convener_id = ${viewer}
    else c.closed_at is null and (t.opened_by = ${viewer} or coalesce(cm.role in ('convener', 'steward'), false)) end)`;
  const rename = `${after} and t.issue_id is null`;
  return `json_build_object(
  'id', t.id, 'title', t.title, 'version', t.version, 'community', ${communityJson}, 'issueId', t.issue_id, 'crossUnit', ${crossUnitJson},
  'pinned', ${pinnedJson},
  'openedBy', ${personAt('opener', 'opener_unit')}, 'openedAt', iso(t.opened_at), 'importedFrom', t.imported_from,
  'closedAt', iso(t.closed_at), 'lastSeq', t.last_seq, 'lastPosition', t.last_position, 'readState', ${readStateJson},
  'can', json_build_object('read', true, 'post', t.closed_at is null and c.closed_at is null,
    'rename', ${rename}, 'close', ${rename} and t.closed_at is null, 'reopen', ${rename} and t.closed_at is not null,
    'pin', ${after}, 'invite', ${after} and t.community_id is null,
    'moderate', case when t.community_id is null then t.convener_id = ${viewer} else coalesce(cm.role in ('convener', 'steward'), false) end))`;
};

/** Beside the thread `t`: its community, who opened it, and how the viewer stands to both. */
export const threadJoins = (viewer: string) => `
  left join communities c on c.id = t.community_id
  join people opener on opener.id = t.opened_by
  left join units opener_unit on opener_unit.id = t.opened_by_unit_id
  left join community_members cm on cm.community_id = c.id and cm.person_id = ${viewer}
  left join read_marks mark on mark.thread_id = t.id and mark.person_id = ${viewer}`;

/** Keys of a thread in a list as every reader sees it; needs `headlineJoins`. */
export const headlineJson = `
  'id', t.id, 'title', t.title, 'community', ${communityJson}, 'issueId', t.issue_id,
  'units', case when t.community_id is not null then '[]'::json else (
    select coalesce(json_agg(${unitJson('u')} order by tu.first_spoke_at nulls last, lower(u.name), u.id), '[]')
    from thread_units tu join units u on u.id = tu.unit_id where tu.thread_id = t.id) end,
  'openedBy', ${personAt('opener', 'opener_unit')}, 'openedAt', iso(t.opened_at), 'closedAt', iso(t.closed_at),
  'lastSeq', t.last_seq, 'lastPosition', t.last_position, 'lastMessageAt', iso(t.last_message_at),
  'lastAuthor', ${personAt('last_author', 'last_unit')}, 'lastExcerpt', last.excerpt`;

export const headlineJoins = `
  left join communities c on c.id = t.community_id
  join people opener on opener.id = t.opened_by
  left join units opener_unit on opener_unit.id = t.opened_by_unit_id
  join messages last on last.id = t.last_message_id
  join people last_author on last_author.id = last.author_id
  left join units last_unit on last_unit.id = last.author_unit_id`;
