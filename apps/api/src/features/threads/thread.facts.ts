import { communityId, fileId, issueId, messageId, personId, threadId, unitId, type PersonId, type ThreadId } from '@landbridge/contract';
import { memberRole, visibility } from '@landbridge/contract/communities';
import { fileViews } from '@landbridge/contract/files';
import { closingTag, crossUnitView, pinnedMessage } from '@landbridge/contract/threads';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { crossUnitJson, pinnedJson } from './thread.json.ts';
import { invitedToThread, moderatedThread, readableThread } from './thread.readable.ts';

/** How a person stands to a thread, and what a verb needs to know of it. */
const standing = z.object({
  id: threadId,
  communityId: communityId.nullable(),
  visibility: visibility.nullable(),
  role: memberRole.nullable(),
  /** Its community was closed down. */
  isEnded: z.boolean(),
  issueId: issueId.nullable(),
  convenerId: personId.nullable(),
  /** Of a cross-unit thread: added by name, or in an invited unit or one below it at this moment. */
  isInvited: z.boolean(),
  /** Whose lists show a cross-unit thread; empty for others. */
  unitIds: z.array(unitId),
  personIds: z.array(personId),
  openedBy: personId,
  title: z.string(),
  version: z.int(),
  question: z.string(),
  closedAs: closingTag.nullable(),
  closedAt: z.date().nullable(),
  lastSeq: z.int(),
  lastPosition: z.int(),
  lastMessageId: messageId.nullable(),
  /** The actor's present unit. */
  unitId: unitId.nullable(),
});
export type ThreadStanding = z.output<typeof standing>;

/** `c` is the community, if any. */
const columns = `t.id, t.community_id as "communityId", c.visibility, cm.role, c.closed_at is not null as "isEnded", t.issue_id as "issueId", t.convener_id as "convenerId",
   t.community_id is null and ${invitedToThread('t', '$2')} as "isInvited",
   array(select unit_id from thread_units where thread_id = t.id order by unit_id) as "unitIds",
   array(select person_id from thread_people where thread_id = t.id order by person_id) as "personIds",
   t.opened_by as "openedBy", t.title, t.version, t.question, t.closed_as as "closedAs", t.closed_at as "closedAt",
   t.last_seq as "lastSeq", t.last_position as "lastPosition", t.last_message_id as "lastMessageId", um.unit_id as "unitId"`;
const standingJoins = `
   left join community_members cm on cm.community_id = c.id and cm.person_id = $2
   left join unit_memberships um on um.person_id = $2 and um.until_on is null where t.id = $1 and t.opened_by is not null`;

/** $1 thread, $2 actor */
export const threadFacts = query(
  'threads.facts',
  standing,
  `select ${columns} from threads t left join communities c on c.id = t.community_id ${standingJoins}`,
);

/** $1 thread. The community is locked first, as whoever joins or leaves it does; the thread's key stays free for others to refer to. */
const lockThread = query(
  'threads.lock',
  z.object({ id: threadId }),
  `with home as materialized (select id from communities where id = (select community_id from threads where id = $1) for key share)
   select t.id from threads t left join home on true where t.id = $1 for no key update of t`,
);

/**
 * The facts, and nobody else writes in the thread, or changes its community's members or its participants, until the transaction ends.
 * Two statements: one that waited for a lock would still see members and units as they were before it waited.
 */
export const lockedThreadFacts = async (tx: Tx, id: ThreadId, actorId: PersonId | null): Promise<ThreadStanding | null> => {
  await tx.one(lockThread, [id]);
  return tx.one(threadFacts, [id, actorId]);
};

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
    hiddenAt: z.date().nullable(),
    hiddenReason: z.string().nullable(),
    reactions: z.array(z.object({ emoji: z.string(), count: z.int() })),
    files: fileViews,
  }),
  `select id, thread_id as "threadId", author_id as "authorId", version, markdown, html, coalesce(edited_at, posted_at) as "writtenAt",
     edited_at as "editedAt", deleted_at as "deletedAt", hidden_at as "hiddenAt", hidden_reason as "hiddenReason", reactions, files from messages where id = $1`,
);

/** $1 author, $2 client id */
export const messageByClientId = query(
  'threads.message-by-client-id',
  z.object({
    id: messageId,
    threadId,
    markdown: z.string(),
    replyToId: messageId.nullable(),
    isGone: z.boolean(),
    fileIds: z.array(fileId),
  }),
  `select id, thread_id as "threadId", markdown, reply_to_id as "replyToId", deleted_at is not null or hidden_at is not null as "isGone",
     array(select file ->> 'id' from jsonb_array_elements(files) as file) as "fileIds"
   from messages where author_id = $1 and client_id = $2`,
);

export const threadByClientId = query(
  'threads.by-client-id',
  z.object({ id: threadId, communityId: communityId.nullable(), title: z.string() }),
  `select id, community_id as "communityId", title from threads where opened_by = $1 and client_id = $2`,
);

/** Those of $1 (people) who may read thread $2, with their names. */
export const readersAmong = query(
  'threads.readers-among',
  z.object({ id: personId, name: z.string() }),
  `select p.id, p.name from people p join threads t on t.id = $2
   where p.id = any($1::uuid[]) and p.deactivated_at is null and ${readableThread('t', 'p.id')}`,
);

/** Those of $1 (people) who may not, or no longer, read thread $2. */
export const strangersAmong = query(
  'threads.strangers-among',
  z.object({ id: personId }),
  `select p.id from people p join threads t on t.id = $2
   where p.id = any($1::uuid[]) and not (p.deactivated_at is null and ${readableThread('t', 'p.id')})`,
);

/** Those of $1 (messages) that $2 may read and that are neither deleted nor hidden. */
export const sourcesAmong = query(
  'threads.sources-among',
  z.object({ id: messageId, authorId: personId, markdown: z.string() }),
  `select m.id, m.author_id as "authorId", m.markdown from messages m join threads t on t.id = m.thread_id
   where m.id = any($1::uuid[]) and m.deleted_at is null and m.hidden_at is null and ${readableThread('t', '$2')}`,
);

/** $1 message, $2 the last that is known, or null */
export const quotersOf = query(
  'threads.quoters',
  z.object({ id: messageId, threadId }),
  `select m.id, m.thread_id as "threadId" from message_quotes q join messages m on m.id = q.message_id
   where q.source_id = $1 and m.deleted_at is null and ($2::uuid is null or m.id > $2) order by m.id limit 500`,
);

const versionedText = z.object({ version: z.int(), markdown: z.string() });
const textsIn = (table: string) =>
  `(select coalesce(json_agg(json_build_object('version', version, 'markdown', markdown)), '[]') from ${table} where message_id = $1)`;
const sourcesThatAre = (state: string) =>
  `array(select m.id from message_quotes q join messages m on m.id = q.source_id where q.message_id = $1 and m.${state} is not null order by m.id)`;

/** Of message $1: former texts, texts of which not all is shown, and what they quote that is not shown any more. */
export const textsOf = query(
  'threads.texts',
  z.object({
    formers: z.array(versionedText),
    wholes: z.array(versionedText),
    deletedIds: z.array(messageId),
    hiddenIds: z.array(messageId),
  }),
  `select ${textsIn('message_versions')} as formers, ${textsIn('whole_texts')} as wholes,
     ${sourcesThatAre('deleted_at')} as "deletedIds", ${sourcesThatAre('hidden_at')} as "hiddenIds"`,
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

/** The units that $1 speaks for at this moment: their own and every one above it. */
export const unitsOfPerson = query('threads.units-of-person', z.object({ units: z.array(unitId) }), `select units_of($1) as units`);

/** Of $1 (threads) and those that invite a unit of $2: those that $3 may not read. */
export const threadsLostTo = query(
  'threads.lost-to',
  z.object({ id: threadId }),
  `select t.id from threads t
   where t.id in (select unnest($1::uuid[]) union select thread_id from thread_units where unit_id = any($2::uuid[])) and not ${readableThread('t', '$3')}`,
);

/** $1 units: none of them is merged or closed until the transaction ends. */
export const lockUnits = query(
  'threads.lock-units',
  z.object({ id: unitId }),
  `select id from units where id = any($1::uuid[]) order by id for key share`,
);

/** Open units and active people of these ids: $1 units, $2 people. */
export const knownParticipants = query(
  'threads.known-participants',
  z.object({ unitCount: z.int(), personCount: z.int() }),
  `with open as materialized (select id from units where id = any($1::uuid[]) and closed_on is null for key share)
   select (select count(*)::int from open) as "unitCount",
     (select count(*)::int from people where id = any($2::uuid[]) and deactivated_at is null) as "personCount"`,
);

/** Notes the first word of those invited units of thread $1 that $2 speaks for, at $3. */
export const hearUnits = query(
  'threads.hear-units',
  z.object({ id: unitId }),
  `update thread_units set first_spoke_at = $3
   where thread_id = $1 and first_spoke_at is null and unit_id = any ((select units_of($2))::uuid[]) returning unit_id as id`,
);

/** What `thread.changed` says of thread $1 besides its own row. */
export const threadParts = query(
  'threads.parts',
  z.object({ crossUnit: crossUnitView.nullable(), pinned: z.array(pinnedMessage) }),
  `select ${crossUnitJson} as "crossUnit", ${pinnedJson} as pinned from threads t where t.id = $1`,
);

/** Threads that invite unit $1. */
export const threadsInviting = query(
  'threads.inviting',
  z.object({ id: threadId }),
  `select thread_id as id from thread_units where unit_id = $1 order by thread_id`,
);

/** What invited unit $1 invites $2: from the earlier of both days, with the earlier first word. */
export const moveInvitations = query(
  'threads.move-invitations',
  z.object({}),
  `with moved as (delete from thread_units where unit_id = $1 returning thread_id, invited_at, first_spoke_at)
   insert into thread_units (thread_id, unit_id, invited_at, first_spoke_at) select thread_id, $2, invited_at, first_spoke_at from moved
   on conflict (thread_id, unit_id) do update set
     invited_at = least(thread_units.invited_at, excluded.invited_at),
     first_spoke_at = least(thread_units.first_spoke_at, excluded.first_spoke_at)`,
);

/** Of files $1, those on a message that $2 may read; on a hidden one, where they may see what it said. */
export const filesReadable = query(
  'threads.files-readable',
  z.object({ id: fileId }),
  `select f.file_id as id from message_files f join messages m on m.id = f.message_id join threads t on t.id = m.thread_id
   where f.file_id = any($1::uuid[]) and ${readableThread('t', '$2')} and (m.hidden_at is null or m.author_id = $2 or ${moderatedThread('t', '$2')})`,
);
