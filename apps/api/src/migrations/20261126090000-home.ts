import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody was on Home, and what they put away there. */
export class Home1795683600000 implements MigrationInterface {
  name = 'Home1795683600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table home_visits (
        person_id uuid primary key references people,
        seen_at timestamptz not null,
        new_since timestamptz not null
      );

      create table home_done (
        person_id uuid not null references people,
        kind text not null,
        thread_id uuid not null references threads,
        done_at timestamptz not null,
        primary key (person_id, thread_id, kind)
      );
      create index home_done_thread on home_done (thread_id);

      create index practice_issues_outcomes on practice_issues (outcome_told_at desc) where outcome_told_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index practice_issues_outcomes; drop table home_done, home_visits;');
  }
}
