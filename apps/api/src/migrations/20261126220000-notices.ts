import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What concerned somebody: one row for each thread, community or session, what stands behind it, and what they do not want to be told. */
export class Notices1795730400000 implements MigrationInterface {
  name = 'Notices1795730400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notices (
        id uuid primary key,
        person_id uuid not null references people,
        thread_id uuid references threads,
        community_id uuid references communities,
        session_id uuid references sessions,
        subject_id uuid not null generated always as (coalesce(thread_id, community_id, session_id)) stored,
        kind text not null,
        -- The message, request or happening that is told. No words of it: they are read where they stand.
        source_id uuid not null,
        by_id uuid references people,
        by_unit_id uuid references units,
        count int not null default 1 check (count > 0),
        -- Of the last message that it tells of: whoever has read so far has read the notice. 0 when there is none.
        position int not null default 0 check (position >= 0),
        at timestamptz not null,
        read_at timestamptz,
        reading_id uuid,
        -- Counts how often it was begun anew after it was read.
        round int not null default 1,
        check (num_nonnulls(thread_id, community_id, session_id) = 1)
      );
      -- One row for each subject, also when two handlers run at once.
      create unique index notices_subject on notices (person_id, subject_id);
      create index notices_page on notices (person_id, at desc, id desc);
      create index notices_unread on notices (person_id, at desc, id desc) where read_at is null;
      create index notices_reading on notices (person_id, reading_id) where reading_id is not null;
      create index notices_read on notices (read_at) where read_at is not null;
      create index notices_thread on notices (thread_id) where thread_id is not null;
      create index notices_community on notices (community_id) where community_id is not null;
      create index notices_session on notices (session_id) where session_id is not null;
      create index notices_by on notices (by_id) where by_id is not null;
      create index notices_by_unit on notices (by_unit_id) where by_unit_id is not null;

      create table notice_causes (
        notice_id uuid not null references notices on delete cascade,
        kind text not null,
        source_id uuid not null,
        by_id uuid references people,
        by_unit_id uuid references units,
        position int not null default 0,
        at timestamptz not null,
        round int not null,
        -- The same happening is one cause, however often its handler runs.
        primary key (notice_id, kind, source_id)
      );
      create index notice_causes_source on notice_causes (source_id);
      create index notice_causes_by on notice_causes (by_id) where by_id is not null;
      create index notice_causes_by_unit on notice_causes (by_unit_id) where by_unit_id is not null;

      -- Its row is locked by whoever changes notices of that person, so that what is told of them has an order.
      create table notice_inboxes (
        person_id uuid primary key references people,
        seq int not null default 1
      );

      create table notice_kinds_off (
        person_id uuid not null references people,
        kind text not null,
        primary key (person_id, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice_kinds_off, notice_inboxes, notice_causes, notices;');
  }
}
