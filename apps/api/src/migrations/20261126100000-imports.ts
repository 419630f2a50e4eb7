import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in from elsewhere: runs with the place they reached, lines that could not be used, and which thing of which source became what here. */
export class Imports1795687200000 implements MigrationInterface {
  name = 'Imports1795687200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Names this installation in its exports; made with the first of them.
      alter table organisations add column installation_id uuid;

      create table import_runs (
        id uuid primary key,
        source text not null,
        file_name text not null,
        file_hash text not null,
        state text not null check (state in ('running', 'finished', 'stopped')),
        byte_offset bigint not null default 0,
        line int not null default 0,
        counts jsonb not null default '{}',
        started_at timestamptz not null,
        changed_at timestamptz not null,
        ended_at timestamptz
      );
      create index import_runs_by_file on import_runs (file_hash, source);

      create table import_rejections (
        run_id uuid not null references import_runs,
        line int not null,
        reason text not null,
        text text not null,
        primary key (run_id, line)
      );

      -- The mark says in which state a thing was left: another one now means that somebody changed it here.
      create table imported_things (
        source text not null,
        type text not null,
        source_id text not null,
        id uuid not null,
        content_hash text not null,
        mark text not null,
        primary key (source, type, source_id)
      );
      create index imported_things_thing on imported_things (id);

      alter table threads add column imported_from text;
      alter table messages add column imported_from text;
      create index messages_unrendered on messages (id) where renderer = 0;

      -- A history may name a community before its people, and a thread before its first message.
      alter table communities alter column created_by drop not null;
      alter table threads alter column opened_by drop not null;
      alter table threads add constraint threads_opened check (opened_by is not null or last_position = 0) not valid;
      alter table threads validate constraint threads_opened;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Without it nobody would know where imported things came from; drop what was imported first.');
  }
}
