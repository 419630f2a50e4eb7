import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of communities, who comes and who took part; and artifacts with their versions and the communities they are at home in. */
export class SessionsAndLibrary1795681200000 implements MigrationInterface {
  name = 'SessionsAndLibrary1795681200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sessions (
        id uuid primary key,
        community_id uuid not null references communities,
        title text not null check (title <> ''),
        at timestamptz not null,
        minutes int not null default 60 check (minutes between 5 and 1440),
        place text not null default '',
        notes text not null default '',
        cancelled_at timestamptz,
        version int not null default 1,
        -- Grows with each change, answers too: a browser keeps the newest.
        seq int not null default 1,
        created_by uuid not null references people,
        client_id uuid not null,
        created_at timestamptz not null
      );
      create unique index sessions_client_id on sessions (created_by, client_id);
      create index sessions_of_community on sessions (community_id, at, id);
      create index sessions_at on sessions (at, id);

      create table session_people (
        session_id uuid not null references sessions,
        person_id uuid not null references people,
        is_coming boolean,
        took_part boolean not null default false,
        -- The unit at the moment of the meeting: a tie between people who met is judged by it.
        unit_id uuid references units,
        recorded_at timestamptz,
        primary key (session_id, person_id),
        check (took_part = (recorded_at is not null))
      );
      create index session_people_person on session_people (person_id);
      create index session_people_unit on session_people (unit_id) where unit_id is not null;

      create table artifacts (
        id uuid primary key,
        title text not null check (title <> ''),
        markdown text not null check (markdown <> ''),
        html text not null,
        renderer smallint not null,
        excerpt text not null,
        version int not null default 1,
        author_id uuid not null references people,
        named_ids uuid[] not null default '{}',
        from_issue_id uuid references practice_issues,
        from_message_id uuid references messages,
        client_id uuid not null,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        words tsvector generated always as (to_tsvector('simple', title || ' ' || left(markdown, 20000))) stored
      );
      create unique index artifacts_client_id on artifacts (author_id, client_id);
      create index artifacts_changed on artifacts (changed_at desc, id desc);
      create index artifacts_from_issue on artifacts (from_issue_id) where from_issue_id is not null;
      create index artifacts_from_message on artifacts (from_message_id) where from_message_id is not null;
      create index artifacts_words on artifacts using gin (words);
      create index artifacts_title on artifacts using gin (lower(title) gin_trgm_ops);

      create table artifact_versions (
        artifact_id uuid not null references artifacts,
        version int not null check (version > 0),
        title text not null,
        markdown text not null,
        html text not null,
        written_by uuid not null references people,
        written_at timestamptz not null,
        primary key (artifact_id, version)
      );
      create index artifact_versions_writer on artifact_versions (written_by);

      create table artifact_communities (
        artifact_id uuid not null references artifacts,
        community_id uuid not null references communities,
        primary key (artifact_id, community_id)
      );
      create index artifact_communities_community on artifact_communities (community_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table artifact_communities, artifact_versions, artifacts, session_people, sessions');
  }
}
