import { issueId, personId } from '@landbridge/contract';
import {
  findLookAlikes,
  issueCounts,
  issueFacts,
  issueList,
  issueState,
  listIssuesForMe,
  listIssueTags,
  savedIssueView,
} from '@landbridge/contract/practice-issues';
import { memberRole, visibility } from '@landbridge/contract/communities';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';
import { personAt } from '../threads/index.ts';
import { issueFactsJson, issueJoins, issueRowJson, readableIssue } from './issue.json.ts';

/** $1 issue, $2 viewer. The caller has asked for the right to read. */
export const issuePage = query(
  'issues.issue',
  z.object({ issue: issueFacts, visibility, myRole: memberRole.nullable() }),
  `select ${issueFactsJson} as issue, c.visibility, cm.role as "myRole" from practice_issues i ${issueJoins}
   left join community_members cm on cm.community_id = c.id and cm.person_id = $2 where i.id = $1`,
);

/** Filters besides the one that leads: $2 community, $3 kind, $4 tag, $5 urgent, $6 words as a text query, LIKE-escaped $7. Null narrows nothing. */
const filters = `($2::uuid is null or i.community_id = $2) and ($3::text is null or i.kind = $3) and ($4::text is null or i.tags @> array[$4])
  and ($5::text is null or i.is_urgent) and ($6::text is null or i.all_words @@ to_tsquery('simple', $6) or lower(i.title) like '%' || $7 || '%')`;

const helpedByViewer = 'exists (select 1 from issue_helps h where h.issue_id = i.id and h.helper_id = $1)';

/** Where a list begins: each has an index in the order of the list. */
const leads = {
  all: 'true',
  community: 'i.community_id = $2',
  asked: 'i.asker_id = $1',
  helped: helpedByViewer,
} as const;
export type IssueLead = keyof typeof leads;

const listOf = (lead: IssueLead) =>
  jsonQuery(
    `issues.list-${lead}`,
    issueList,
    `with found as (
       select i.id, i.posted_at from practice_issues i join communities c on c.id = i.community_id
       where ${leads[lead]} and ${readableIssue('$1')} and ${filters} and ($8::text is null or i.state = $8)
         and ($9::timestamptz is null or (i.posted_at, i.id) < ($9, $10::uuid))
       order by i.posted_at desc, i.id desc limit $11::int + 1),
     page as (select * from found order by posted_at desc, id desc limit $11::int)
     select json_build_object('issues', (
         select coalesce(json_agg(json_build_object(${issueRowJson}) order by i.posted_at desc, i.id desc), '[]')
         from page join practice_issues i on i.id = page.id ${issueJoins}),
       'nextCursor', case when (select count(*) from found) > $11::int then (
         select translate(encode(convert_to(json_build_array(iso(posted_at), id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
         from page order by posted_at, id limit 1) end)::text as json`,
  );

/** $1 viewer, filters, $8 state, $9 cursor time, $10 cursor id, $11 limit */
export const issueLists = { all: listOf('all'), community: listOf('community'), asked: listOf('asked'), helped: listOf('helped') };

const stateCounts = issueState.options.map((state) => `'${state}', count(*) filter (where i.state = '${state}')`).join(', ');

const countsOf = (lead: IssueLead) =>
  jsonQuery(
    `issues.counts-${lead}`,
    issueCounts,
    `select json_build_object(${stateCounts})::text as json from practice_issues i join communities c on c.id = i.community_id
     where ${leads[lead]} and ${readableIssue('$1')} and ${filters}`,
  );

/** $1 viewer, filters */
export const issueCountsBy = {
  all: countsOf('all'),
  community: countsOf('community'),
  asked: countsOf('asked'),
  helped: countsOf('helped'),
};

const firstHelp = `(
  select json_build_object('messageId', m.id, 'author', ${personAt('helper', 'helper_unit')}, 'excerpt', m.excerpt)
  from issue_helps h join messages m on m.id = h.message_id join people helper on helper.id = m.author_id
  left join units helper_unit on helper_unit.id = m.author_unit_id
  where h.issue_id = i.id order by h.marked_at, m.position limit 1)`;

const alikeBy = (condition: string, likeness: string) => `
     select i.id from practice_issues i join communities c on c.id = i.community_id
     where ${condition} and i.state <> 'archived' and ${readableIssue('$1')} order by ${likeness} desc, i.id desc limit 20`;

/**
 * Issues that the viewer may read and that are like a title: by words of their titles (beginnings of them, so that endings do not matter),
 * by the two that tell most wherever they stand, and by trigrams of the title (so that slips of the pen do not matter either).
 * Any of all words anywhere would rank half of the issues at each key. $1 viewer, $2 title in small letters, $3 any of its words,
 * $4 the two that tell most, $5 except
 */
export const lookAlikes = jsonQuery(
  'issues.look-alikes',
  findLookAlikes.response,
  `with by_words as (
     ${alikeBy(`i.title_words @@ to_tsquery('simple', $3)`, `ts_rank(i.title_words, to_tsquery('simple', $3))`)}),
   by_text as (
     ${alikeBy(`i.all_words @@ to_tsquery('simple', $4)`, `ts_rank(i.all_words, to_tsquery('simple', $4))`)}),
   by_letters as (
     ${alikeBy('lower(i.title) % $2', 'similarity(lower(i.title), $2)')}),
   alike as (
     select i.id, similarity(lower(i.title), $2) + 4 * ts_rank(i.title_words, to_tsquery('simple', $3))
       + 2 * ts_rank(i.all_words, to_tsquery('simple', $4))
       + case when i.state in ('outcome-told', 'answered', 'tried') then 0.05 else 0 end as likeness
     from practice_issues i where i.id in (select id from by_words union select id from by_text union select id from by_letters)
       and i.id is distinct from $5::uuid),
   best as (select * from alike where likeness > 0.12 order by likeness desc, id desc limit 5)
   select json_build_object('issues', (
     select coalesce(json_agg(json_build_object(${issueRowJson}, 'helped', ${firstHelp}) order by best.likeness desc, i.id desc), '[]')
     from best join practice_issues i on i.id = best.id ${issueJoins}))::text as json`,
);

/**
 * $1 viewer, $2 beginning of a tag, LIKE-escaped, $3 limit. Of the newest issues only: they say what people call things now, and a
 * completion that looks at all of them would take longer each year.
 */
export const tagsInUse = jsonQuery(
  'issues.tags',
  listIssueTags.response,
  `with newest as (
     select i.tags from practice_issues i join communities c on c.id = i.community_id
     where ${readableIssue('$1')} order by i.posted_at desc, i.id desc limit 5000),
   used as (
     select tag from newest, unnest(tags) as tag where tag like $2 || '%' group by tag order by count(*) desc, tag limit $3)
   select json_build_object('tags', coalesce((select json_agg(tag) from used), '[]'))::text as json`,
);

/** $1 community, $2 viewer: shared topics first, then the newest. The caller has asked for the right to read. */
export const issuesForPerson = jsonQuery(
  'issues.for-person',
  listIssuesForMe.response,
  `with chosen as (
     select i.id, (i.tags && (select array_agg(lower(topic)) from people p, unnest(p.topics) as topic where p.id = $2)) is true as fits
     from practice_issues i where i.community_id = $1 and i.state = 'open' and i.asker_id <> $2
     order by fits desc, i.posted_at desc, i.id desc limit 3)
   select json_build_object('issues', (
     select coalesce(json_agg(json_build_object(${issueRowJson}) order by chosen.fits desc, i.posted_at desc, i.id desc), '[]')
     from chosen join practice_issues i on i.id = chosen.id ${issueJoins}))::text as json`,
);

/** $1 viewer, $2 person, $3 cursor time, $4 cursor id, $5 limit */
export const helpedIssues = jsonQuery(
  'issues.helped-by-person',
  issueList,
  `with found as (
     select i.id, max(date_trunc('milliseconds', h.marked_at)) as at
     from issue_helps h join practice_issues i on i.id = h.issue_id join communities c on c.id = i.community_id
     where h.helper_id = $2 and ${readableIssue('$1')} group by i.id
     having $3::timestamptz is null or (max(date_trunc('milliseconds', h.marked_at)), i.id) < ($3, $4::uuid)
     order by at desc, i.id desc limit $5::int + 1),
   page as (select * from found order by at desc, id desc limit $5::int)
   select json_build_object('issues', (
       select coalesce(json_agg(json_build_object(${issueRowJson}) order by page.at desc, i.id desc), '[]')
       from page join practice_issues i on i.id = page.id ${issueJoins}),
     'nextCursor', case when (select count(*) from found) > $5::int then (
       select translate(encode(convert_to(json_build_array(iso(at), id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
       from page order by at, id limit 1) end)::text as json`,
);

/** $1 searcher, $2 words as a text query: whose messages helped in issues about them that the searcher may read, each with the newest. */
export const whoHelped = query(
  'issues.who-helped',
  z.object({ personId, issueId, title: z.string() }),
  `select distinct on (h.helper_id) h.helper_id as "personId", i.id as "issueId", i.title
   from practice_issues i join communities c on c.id = i.community_id join issue_helps h on h.issue_id = i.id
   where i.all_words @@ to_tsquery('simple', $2) and ${readableIssue('$1')}
   order by h.helper_id, h.marked_at desc limit 500`,
);

/** Those of $1 (issues) that $2 may read. */
export const readableAmong = query(
  'issues.readable-among',
  z.object({ id: issueId }),
  `select i.id from practice_issues i join communities c on c.id = i.community_id where i.id = any($1::uuid[]) and ${readableIssue('$2')}`,
);

export const savedViews = query(
  'issues.views',
  savedIssueView,
  `select id, name, filters from issue_views where person_id = $1 order by lower(name), id limit 100`,
);
