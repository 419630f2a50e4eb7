import { readableCommunity } from '../communities/index.ts';
import { communityJson, personAt } from '../threads/index.ts';

/** An issue `i` in a list, as every reader sees it; needs `issueJoins`. */
export const issueRowJson = `
  'id', i.id, 'number', i.number, 'version', i.version, 'community', ${communityJson}, 'title', i.title, 'state', i.state,
  'isUrgent', i.is_urgent, 'kind', i.kind, 'tags', i.tags, 'asker', ${personAt('asker', 'asker_unit')}, 'postedAt', iso(i.posted_at),
  'messageCount', t.last_position, 'lastMessageAt', case when t.last_position > 0 then iso(t.last_message_at) end`;

export const issueJoins = `
  join communities c on c.id = i.community_id
  join threads t on t.id = i.id
  join people asker on asker.id = i.asker_id
  left join units asker_unit on asker_unit.id = i.asker_unit_id`;

/** The messages marked in issue `i`, the first marked first. */
const helpedJson = `(
  select coalesce(json_agg(json_build_object('messageId', m.id, 'position', m.position, 'author', ${personAt('helper', 'helper_unit')},
    'excerpt', m.excerpt, 'markedAt', iso(h.marked_at)) order by h.marked_at, m.position), '[]')
  from issue_helps h join messages m on m.id = h.message_id join people helper on helper.id = m.author_id
  left join units helper_unit on helper_unit.id = m.author_unit_id where h.issue_id = i.id)`;

const textJson = (markdown: string, html: string) => `json_build_object('markdown', i.${markdown}, 'html', i.${html})`;

/** What every reader of issue `i` sees alike; needs `issueJoins`. */
export const issueFactsJson = `json_build_object(
  'id', i.id, 'threadId', i.id, 'number', i.number, 'version', i.version, 'community', ${communityJson}, 'title', i.title, 'state', i.state,
  'isUrgent', i.is_urgent, 'kind', i.kind, 'tags', i.tags, 'asker', ${personAt('asker', 'asker_unit')},
  'isAskerActive', asker.deactivated_at is null, 'isCommunityEnded', c.closed_at is not null, 'postedAt', iso(i.posted_at),
  'situation', ${textJson('situation', 'situation_html')}, 'tried', ${textJson('tried', 'tried_html')}, 'stakes', i.stakes,
  'named', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.id), '[]') from people p where p.id = any(i.named_ids)),
  'files', i.files, 'helped', ${helpedJson},
  'outcome', case when i.outcome_told_at is not null then json_build_object('text', ${textJson('outcome', 'outcome_html')},
    'before', i.outcome_before, 'after', i.outcome_after, 'toldAt', iso(i.outcome_told_at),
    'toldBy', (select summary from present_people where id = i.outcome_told_by)) end,
  'answeredAt', iso(i.answered_at), 'triedAt', iso(i.tried_at), 'endedAt', iso(i.ended_at), 'archivedAt', iso(i.archived_at),
  'outcomeAskedAt', iso(i.outcome_asked_at))`;

/** The read rule in SQL, for lists: an issue is read by whoever reads its community. `c` is the community. */
export const readableIssue = (viewer: string): string => readableCommunity('c', viewer);
