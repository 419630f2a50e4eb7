import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Histories that administrators bring in by their browser: who brought which file, what was asked for, until when it waits. */
export class ImportsByBrowser1795723200000 implements MigrationInterface {
  name = 'ImportsByBrowser1795723200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_runs
        add column brought_by uuid references people,
        add column client_id uuid,
        add column version int not null default 1,
        add column is_dry boolean not null default false,
        add column is_strict boolean not null default false,
        -- Unpacked.
        add column byte_size bigint,
        -- The file is in the data folder; null when it is gone, or never was there.
        add column kept_until timestamptz,
        add column cancelled_by uuid references people,
        add column failure text,
        drop constraint import_runs_state_check,
        add constraint import_runs_state_check
          check (state in ('received', 'running', 'finished', 'stopped', 'cancelled', 'failed'));
      create unique index import_runs_client_id on import_runs (brought_by, client_id);
      create index import_runs_cancelled_by on import_runs (cancelled_by) where cancelled_by is not null;
      create index import_runs_newest on import_runs (started_at, id);
      -- Two that start at the same moment: one of them is told that the other runs.
      create unique index import_runs_one_at_a_time on import_runs ((true)) where state = 'running' and brought_by is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Nobody would know who brought which history; there is no way back.');
  }
}
