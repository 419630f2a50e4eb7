import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of messages, and hidden messages: their words are kept apart, where no read of messages finds them. */
export class Moderation1795726800000 implements MigrationInterface {
  name = 'Moderation1795726800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messages add column hidden_at timestamptz, add column hidden_reason text;
      alter table messages add constraint messages_hidden check (
        case when hidden_at is null then hidden_reason is null
          else hidden_reason is not null and markdown = '' and html = '' and excerpt = '' and deleted_at is null end
      ) not valid;

      create table message_hidings (
        message_id uuid not null references messages,
        hidden_at timestamptz not null,
        hidden_by uuid not null references people,
        reason text not null,
        shown_at timestamptz,
        shown_by uuid references people,
        primary key (message_id, hidden_at),
        check ((shown_at is null) = (shown_by is null))
      );
      create index message_hidings_hidden_by on message_hidings (hidden_by);
      create index message_hidings_shown_by on message_hidings (shown_by) where shown_by is not null;

      create table whole_texts (
        message_id uuid not null references messages,
        version int not null,
        markdown text not null,
        primary key (message_id, version)
      );

      create table message_reports (
        message_id uuid not null references messages,
        reporter_id uuid not null references people,
        kind text not null check (kind in ('unkind', 'confidential', 'off-topic', 'other')),
        note text not null,
        reported_at timestamptz not null,
        answered_at timestamptz,
        answered_by uuid references people,
        primary key (message_id, reporter_id),
        check ((answered_at is null) = (answered_by is null))
      );
      create index message_reports_reporter on message_reports (reporter_id);
      create index message_reports_answered_by on message_reports (answered_by) where answered_by is not null;
      create index message_reports_open on message_reports (message_id) where answered_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table message_reports, whole_texts, message_hidings;
      alter table messages drop column hidden_at, drop column hidden_reason;
    `);
  }
}
