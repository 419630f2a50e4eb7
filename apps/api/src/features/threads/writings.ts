import { Injectable } from '@nestjs/common';
import { personId, threadId } from '@landbridge/contract';
import { writing } from '@landbridge/contract/threads';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { allWords } from '../../platform/database/text-query.ts';
import { Knowledge, Milestones } from '../people/index.ts';
import { readableThread } from './thread.readable.ts';

/** $1 author, $2 viewer, $3 cursor time, $4 cursor thread, $5 limit: threads in which they wrote, where they wrote last first. */
export const writingsPage = query(
  'threads.writings',
  writing,
  `select t.id as "threadId", t.title, iso(wrote.at) as "wroteAt",
     case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as community
   from (select m.thread_id, date_trunc('milliseconds', max(m.posted_at)) as at from messages m
     where m.author_id = $1 and m.deleted_at is null and m.hidden_at is null group by m.thread_id) as wrote
   join threads t on t.id = wrote.thread_id left join communities c on c.id = t.community_id
   where ${readableThread('t', '$2')} and ($3::timestamptz is null or (wrote.at, t.id) < ($3, $4::uuid))
   order by wrote.at desc, t.id desc limit $5`,
);

/** $1 searcher, $2 words as a text query: who wrote them where the searcher may read it, each with the newest such thread. */
const whoWrote = query(
  'threads.who-wrote',
  z.object({ personId, threadId, title: z.string() }),
  `with wrote as materialized (
     select m.author_id, m.thread_id, max(m.posted_at) as at from messages m
     where m.deleted_at is null and to_tsvector('simple', m.markdown) @@ to_tsquery('simple', $2) group by m.author_id, m.thread_id),
   readable as materialized (
     select t.id, t.title from threads t where t.id in (select thread_id from wrote) and ${readableThread('t', '$1')}),
   newest as (
     select distinct on (wrote.author_id) wrote.author_id, wrote.at, readable.id, readable.title
     from wrote join readable on readable.id = wrote.thread_id order by wrote.author_id, wrote.at desc)
   select author_id as "personId", id as "threadId", title from newest order by at desc limit 500`,
);

/** Those of $1 (threads) that $2 may read. */
const readableAmong = query(
  'threads.readable-among',
  z.object({ id: threadId }),
  `select t.id from threads t where t.id = any($1::uuid[]) and ${readableThread('t', '$2')}`,
);

/** What people wrote shows what they know, to whoever may read it. */
@Injectable()
export class Writings {
  constructor(knowledge: Knowledge, milestones: Milestones) {
    knowledge.isShownBy(async (reader, searcherId, words) => {
      const asked = allWords(words);
      const found = asked ? await reader.rows(whoWrote, [searcherId, asked]) : [];
      return found.map(({ personId: by, ...thread }) => ({ personId: by, reason: { kind: 'wrote', ...thread } as const }));
    });
    milestones.areSeenBy('convened-cross-unit', async (reader, viewerId, ids) =>
      (await reader.rows(readableAmong, [ids, viewerId])).map(({ id }) => id),
    );
  }
}
