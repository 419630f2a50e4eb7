import { communityId, noticeId, personId, sessionId, threadId, unitId } from '@landbridge/contract';
import { noticeKind, unreadNotices } from '@landbridge/contract/notifications';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { unreadJson } from './notices.queries.ts';

/** Something that happened and concerns one person: what a consequence finds, and `Notices` writes. */
export const concern = z.object({
  personId,
  threadId: threadId.nullable(),
  communityId: communityId.nullable(),
  sessionId: sessionId.nullable(),
  kind: noticeKind,
  sourceId: z.uuid(),
  byId: personId.nullable(),
  byUnitId: unitId.nullable(),
  position: z.int(),
  /** They have read the message already. */
  isRead: z.boolean(),
});
export type Concern = z.output<typeof concern>;

const nothing = z.object({});
const noticeIds = z.object({ id: noticeId });

/** $1 people. Whoever changes notices of somebody has their inbox first, in one order, so that two cannot wait for each other. */
export const lockInboxes = query(
  'notices.lock-inboxes',
  nothing,
  `insert into notice_inboxes (person_id) select distinct id from unnest($1::uuid[]) as id order by id
   on conflict (person_id) do update set seq = notice_inboxes.seq + 1`,
);

const sent = `jsonb_to_recordset($1::jsonb) as told("noticeId" uuid, "personId" uuid, "threadId" uuid, "communityId" uuid, "sessionId" uuid,
  kind text, "sourceId" uuid, "byId" uuid, "byUnitId" uuid, position int, at timestamptz, count int)`;

/** $1 concerns with a new id each: a row for each subject that has none. */
export const ensureNotices = query(
  'notices.ensure',
  nothing,
  `insert into notices (id, person_id, thread_id, community_id, session_id, kind, source_id, by_id, by_unit_id, position, at)
   select "noticeId", "personId", "threadId", "communityId", "sessionId", kind, "sourceId", "byId", "byUnitId", position, at from ${sent}
   on conflict (person_id, subject_id) do nothing`,
);

/** $1 concerns: those that are not known yet, and their rows. */
export const unknownConcerns = query(
  'notices.unknown-concerns',
  z.object({ id: noticeId, personId, kind: noticeKind }),
  `select n.id, n.person_id as "personId", told.kind from ${sent}
   join notices n on n.person_id = told."personId" and n.subject_id = coalesce(told."threadId", told."communityId", told."sessionId")
   where not exists (select 1 from notice_causes c where c.notice_id = n.id and c.kind = told.kind and c.source_id = told."sourceId")`,
);

/** $1 notices: those that were read begin anew. */
export const beginRound = query(
  'notices.begin-round',
  nothing,
  `update notices set round = round + 1, read_at = null, reading_id = null where id = any($1::uuid[]) and read_at is not null`,
);

/** $1 concerns. Where they are known, nothing changes. */
export const addCauses = query(
  'notices.add-causes',
  nothing,
  `insert into notice_causes (notice_id, kind, source_id, by_id, by_unit_id, position, at, round)
   select n.id, told.kind, told."sourceId", told."byId", told."byUnitId", told.position, told.at, n.round from ${sent}
   join notices n on n.person_id = told."personId" and n.subject_id = coalesce(told."threadId", told."communityId", told."sessionId")
   on conflict (notice_id, kind, source_id) do nothing`,
);

/** $1 notices: what stands behind them since they were last read. */
export const causesOf = query(
  'notices.causes',
  z.object({
    noticeId,
    kind: noticeKind,
    sourceId: z.uuid(),
    byId: personId.nullable(),
    byUnitId: unitId.nullable(),
    position: z.int(),
    at: z.date(),
  }),
  `select c.notice_id as "noticeId", c.kind, c.source_id as "sourceId", c.by_id as "byId", c.by_unit_id as "byUnitId", c.position, c.at
   from notice_causes c join notices n on n.id = c.notice_id and n.round = c.round where c.notice_id = any($1::uuid[])`,
);

/** $1 what each tells now */
export const tellOtherwise = query(
  'notices.tell-otherwise',
  nothing,
  `update notices n set kind = told.kind, source_id = told."sourceId", by_id = told."byId", by_unit_id = told."byUnitId", count = told.count,
     position = told.position, at = told.at
   from ${sent} where n.id = told."noticeId"`,
);

/** $1 notices, $2 now */
export const markRead = query(
  'notices.mark-read',
  nothing,
  `update notices set read_at = $2 where id = any($1::uuid[]) and read_at is null`,
);

/** $1 notices: nothing stands behind them any more. */
export const removeNotices = query('notices.remove', nothing, `delete from notices where id = any($1::uuid[])`);

/** $1 source, $2 kinds or null for all: whom it was told to. */
export const toldOfSource = query(
  'notices.told-of-source',
  z.object({ id: noticeId, personId }),
  `select distinct n.id, n.person_id as "personId" from notice_causes c join notices n on n.id = c.notice_id
   where c.source_id = $1 and ($2::text[] is null or c.kind = any($2))`,
);

/** $1 source, $2 kinds or null for all */
export const removeCauses = query(
  'notices.remove-causes',
  nothing,
  `delete from notice_causes where source_id = $1 and ($2::text[] is null or kind = any($2))`,
);

/** $1 person, $2 thread, $3 position: unread notices of the thread that whoever has read so far has read. */
export const coveredBy = query(
  'notices.covered',
  noticeIds,
  `select id from notices where person_id = $1 and subject_id = $2 and read_at is null and position <= $3`,
);

/** $1 person, $2 notice, $3 subject, $4 moment: one of the three is given. */
export const unreadAmong = query(
  'notices.unread-among',
  noticeIds,
  `select id from notices where person_id = $1 and read_at is null
   and (id = $2::uuid or subject_id = $3::uuid or date_trunc('milliseconds', at) <= $4::timestamptz)`,
);

/** $1 notices, $2 now, $3 reading */
export const readUnder = query(
  'notices.read-under',
  nothing,
  `update notices set read_at = $2, reading_id = $3 where id = any($1::uuid[]) and read_at is null`,
);

/** $1 person, $2 reading */
export const readByReading = query(
  'notices.read-by-reading',
  noticeIds,
  `select id from notices where person_id = $1 and reading_id = $2 and read_at is not null`,
);

/** $1 notices */
export const unreadAgain = query(
  'notices.unread-again',
  nothing,
  `update notices set read_at = null, reading_id = null where id = any($1::uuid[])`,
);

/** $1 people: what is unread to each. */
export const unreadOf = query(
  'notices.unread-of',
  z.object({ personId, unread: unreadNotices }),
  `select p.id as "personId", ${unreadJson('p.id')} as unread from people p where p.id = any($1::uuid[])`,
);

/** $1 moment: what was read before it is no longer looked back at. */
export const forgetRead = query(
  'notices.forget-read',
  noticeIds,
  `delete from notices where id in (select id from notices where read_at < $1 order by read_at limit 5000) returning id`,
);
