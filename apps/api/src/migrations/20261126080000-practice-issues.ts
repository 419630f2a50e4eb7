import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Practice issues, what helped in them, and the filters of their list that people keep. */
export class PracticeIssues1795680000000 implements MigrationInterface {
  name = 'PracticeIssues1795680000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      alter table communities add column last_issue_number int not null default 0;

      create table practice_issues (
        id uuid primary key,
        community_id uuid not null references communities,
        number int not null check (number > 0),
        version int not null default 1,
        asker_id uuid not null references people,
        asker_unit_id uuid references units,
        client_id uuid not null,
        title text not null check (title <> ''),
        situation text not null,
        situation_html text not null,
        tried text not null default '',
        tried_html text not null default '',
        stakes text not null default '',
        named_ids uuid[] not null default '{}',
        renderer smallint not null,
        kind text not null check (kind in ('problem-solving', 'information', 'experience', 'reuse', 'coordination', 'developments',
          'documentation', 'visit', 'mapping', 'argument', 'confidence', 'case-clinic')),
        tags text[] not null default '{}',
        is_urgent boolean not null default false,
        state text not null default 'open' check (state in ('open', 'answered', 'tried', 'outcome-told', 'not-used', 'archived')),
        state_before_archive text check (state_before_archive <> 'archived'),
        posted_at timestamptz not null,
        answered_at timestamptz,
        tried_at timestamptz,
        ended_at timestamptz,
        archived_at timestamptz,
        outcome_asked_at timestamptz,
        outcome text not null default '',
        outcome_html text not null default '',
        outcome_before text not null default '',
        outcome_after text not null default '',
        outcome_told_at timestamptz,
        outcome_told_by uuid references people,
        title_words tsvector generated always as (to_tsvector('simple', title)) stored,
        all_words tsvector generated always as (to_tsvector('simple', title || ' ' || left(situation, 4000))) stored,
        check ((state = 'archived') = (state_before_archive is not null)),
        check (not is_urgent or (state = 'open' and stakes <> '')),
        check ((outcome_told_at is null) = (outcome_told_by is null))
      );
      create unique index practice_issues_number on practice_issues (community_id, number);
      create unique index practice_issues_client_id on practice_issues (asker_id, client_id);
      create index practice_issues_posted on practice_issues (posted_at desc, id desc);
      create index practice_issues_of_community on practice_issues (community_id, posted_at desc, id desc);
      create index practice_issues_of_asker on practice_issues (asker_id, posted_at desc, id desc);
      create index practice_issues_states on practice_issues (state, community_id);
      create index practice_issues_tags on practice_issues using gin (tags);
      create index practice_issues_title_words on practice_issues using gin (title_words);
      create index practice_issues_all_words on practice_issues using gin (all_words);
      create index practice_issues_title on practice_issues using gin (lower(title) gin_trgm_ops);

      create table issue_helps (
        issue_id uuid not null references practice_issues,
        message_id uuid not null references messages,
        helper_id uuid not null references people,
        marked_by uuid not null references people,
        marked_at timestamptz not null,
        primary key (issue_id, message_id)
      );
      create index issue_helps_message on issue_helps (message_id);
      create index issue_helps_helper on issue_helps (helper_id, issue_id);
      create index issue_helps_marked_by on issue_helps (marked_by);

      create table issue_views (
        id uuid primary key,
        person_id uuid not null references people,
        name text not null check (name <> ''),
        filters jsonb not null
      );
      create unique index issue_views_name on issue_views (person_id, lower(name));

      -- The conversation of an issue has its id, so that both are asked for at once.
      alter table threads add constraint threads_issue foreign key (issue_id) references practice_issues not valid;
      alter table threads validate constraint threads_issue;
      alter table threads add constraint threads_of_issue check (issue_id is null or (issue_id = id and community_id is not null)) not valid;
      alter table threads validate constraint threads_of_issue;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table threads drop constraint threads_of_issue, drop constraint threads_issue;
      drop table issue_views, issue_helps, practice_issues;
      alter table communities drop column last_issue_number;
    `);
  }
}
