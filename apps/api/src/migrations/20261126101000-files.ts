import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people sent, and what they hang on. The bytes are in the file store, under their hash. */
export class Files1795687800000 implements MigrationInterface {
  name = 'Files1795687800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table files (
        id uuid primary key,
        owner_id uuid not null references people,
        client_id uuid not null,
        name text not null,
        media_type text not null,
        byte_size bigint not null check (byte_size > 0),
        width int,
        height int,
        sha256 text not null,
        preview_sha256 text,
        state text not null check (state in ('waiting', 'kept')),
        created_at timestamptz not null,
        attached_at timestamptz,
        constraint files_client_id unique (owner_id, client_id),
        check ((state = 'kept') = (attached_at is not null)),
        check ((width is null) = (height is null) and (width is null) = (preview_sha256 is null))
      );
      create index files_sha256 on files (sha256);
      create index files_preview_sha256 on files (preview_sha256) where preview_sha256 is not null;

      create table message_files (
        file_id uuid primary key references files on delete cascade,
        message_id uuid not null references messages
      );
      create index message_files_message on message_files (message_id);
      alter table messages add column files jsonb not null default '[]';

      create table issue_files (
        file_id uuid primary key references files on delete cascade,
        issue_id uuid not null references practice_issues
      );
      create index issue_files_issue on issue_files (issue_id);
      alter table practice_issues add column files jsonb not null default '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table practice_issues drop column files;
      alter table messages drop column files;
      drop table issue_files, message_files, files;
    `);
  }
}
