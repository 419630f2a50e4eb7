import { Injectable } from '@nestjs/common';
import { personId, type CommunityId, type PersonId, type ThreadId } from '@landbridge/contract';
import { readState, readStateChanged, unreadThread, type Follows, type ReadState } from '@landbridge/contract/threads';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import { Membership } from '../communities/index.ts';

export interface Mark {
  readonly personId: PersonId;
  readonly threadId: ThreadId;
  readonly readPosition: number;
}

const marked = readState.extend({ personId, ...unreadThread.omit({ readState: true }).shape });
const returning = `returning person_id as "personId", thread_id as "threadId", read_position as "readPosition", follows, revision`;
const withThread = (change: string) =>
  `with changed as (${change} ${returning})
   select changed.*, t.community_id as "communityId", t.last_position as "lastPosition", iso(t.last_message_at) as "lastMessageAt",
     coalesce(last.author_id = changed."personId", false) as "isOwn"
   from changed join threads t on t.id = changed."threadId" left join messages last on last.id = t.last_message_id`;

/** $1 thread, $2 person, $3 position, $4 whether backwards too. The mark never goes beyond the last message. */
const setPosition = query(
  'threads.set-read-position',
  marked,
  withThread(`
    insert into read_marks (thread_id, person_id, read_position)
    select id, $2, least($3::int, last_position) from threads where id = $1
    on conflict (person_id, thread_id) do update set read_position = excluded.read_position, revision = read_marks.revision + 1
    where excluded.read_position > read_marks.read_position or ($4 and excluded.read_position <> read_marks.read_position)`),
);

const setFollows = query(
  'threads.set-follows',
  marked,
  withThread(`
    insert into read_marks (thread_id, person_id, follows) values ($1, $2, $3)
    on conflict (person_id, thread_id) do update set follows = excluded.follows, revision = read_marks.revision + 1
    where read_marks.follows <> excluded.follows`),
);

/** $1 thread, $2 author or null, $3 position, $4 mentioned people: the author has read all; everybody follows who has not muted. */
const markPosted = query(
  'threads.mark-posted',
  marked,
  withThread(`
    insert into read_marks (thread_id, person_id, read_position, follows)
    select $1, person_id, case when person_id = $2 then $3::int else 0 end, 'following'
    from (select $2::uuid as person_id union select unnest($4::uuid[])) as people where person_id is not null
    on conflict (person_id, thread_id) do update set
      read_position = greatest(read_marks.read_position, excluded.read_position),
      follows = case when read_marks.follows = 'muted' then 'muted' else 'following' end,
      revision = read_marks.revision + 1
    where read_marks.read_position < excluded.read_position or read_marks.follows = 'none'`),
);

/** $1 community, $2 person: joining starts at the end of what was said before. */
const markAllRead = query(
  'threads.mark-all-read',
  z.object({}),
  `insert into read_marks (thread_id, person_id, read_position) select id, $2, last_position from threads where community_id = $1
   on conflict (person_id, thread_id) do update set read_position = excluded.read_position, revision = read_marks.revision + 1
   where excluded.read_position > read_marks.read_position`,
);

const markOf = query(
  'threads.mark',
  readState,
  `select read_position as "readPosition", follows, revision from read_marks where thread_id = $1 and person_id = $2`,
);

/** How far people have read, and what they follow. Each change is told to that person's own browsers, and to nobody else. */
@Injectable()
export class ReadMarks {
  private readonly acts: ((tx: Tx, mark: Mark) => Promise<void>)[] = [];

  constructor(membership: Membership) {
    membership.onArrival(async (tx, person, community: CommunityId) => {
      await tx.rows(markAllRead, [community, person]);
    });
  }

  /** Runs in the transaction in which somebody says how far they have read, or has read all by posting. Being mentioned, or following, is neither. */
  onRead(act: (tx: Tx, mark: Mark) => Promise<void>): void {
    this.acts.push(act);
  }

  async readTo(tx: Tx, thread: ThreadId, person: PersonId, position: number): Promise<ReadState> {
    const state = await this.told(tx, thread, person, await tx.rows(setPosition, [thread, person, position, false]));
    await this.hasRead(tx, { personId: person, threadId: thread, readPosition: state.readPosition });
    return state;
  }

  async unreadFrom(tx: Tx, thread: ThreadId, person: PersonId, position: number): Promise<ReadState> {
    return this.told(tx, thread, person, await tx.rows(setPosition, [thread, person, position - 1, true]));
  }

  async follow(tx: Tx, thread: ThreadId, person: PersonId, follows: Follows): Promise<ReadState> {
    return this.told(tx, thread, person, await tx.rows(setFollows, [thread, person, follows]));
  }

  async posted(tx: Tx, thread: ThreadId, author: { id: PersonId; position: number }, mentioned: readonly PersonId[]): Promise<void> {
    this.tell(tx, await tx.rows(markPosted, [thread, author.id, author.position, mentioned]));
    await this.hasRead(tx, { personId: author.id, threadId: thread, readPosition: author.position });
  }

  /** People whom an edit mentions now and did not before. */
  async mentioned(tx: Tx, thread: ThreadId, people: readonly PersonId[]): Promise<void> {
    if (people.length > 0) this.tell(tx, await tx.rows(markPosted, [thread, null, 0, people]));
  }

  private async told(tx: Tx, thread: ThreadId, person: PersonId, changes: readonly z.output<typeof marked>[]): Promise<ReadState> {
    this.tell(tx, changes);
    return (await tx.one(markOf, [thread, person])) ?? { readPosition: 0, follows: 'none', revision: 0 };
  }

  private async hasRead(tx: Tx, mark: Mark): Promise<void> {
    for (const act of this.acts) await act(tx, mark);
  }

  private tell(tx: Tx, changes: readonly z.output<typeof marked>[]): void {
    for (const { personId: of, readPosition, follows, revision, ...facts } of changes)
      tx.tell(personRoom(of), readStateChanged, { ...facts, readState: { readPosition, follows, revision } });
  }
}
