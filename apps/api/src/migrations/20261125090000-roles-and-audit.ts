import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are in the organisation besides its members, and who changed what in its administration. */
export class RolesAndAudit1795597200000 implements MigrationInterface {
  name = 'RolesAndAudit1795597200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table people add column is_observer boolean not null default false;
      alter table people add column is_training_department boolean not null default false;

      -- Dated: what a manager may see of a unit begins and ends with the appointment.
      create table unit_managers (
        id uuid primary key,
        unit_id uuid not null references units,
        person_id uuid not null references people,
        from_on date not null,
        until_on date check (until_on >= from_on)
      );
      create unique index unit_managers_present on unit_managers (unit_id, person_id) where until_on is null;
      create index unit_managers_unit on unit_managers (unit_id);
      create index unit_managers_person on unit_managers (person_id);

      -- The subject has no foreign key: an entry outlives what it is about.
      create table audit_entries (
        id uuid primary key,
        at timestamptz not null,
        actor_id uuid references people,
        action text not null,
        subject_kind text not null,
        subject_id uuid,
        details jsonb not null default '{}'
      );
      create index audit_entries_by_time on audit_entries (at desc, id desc);
      create index audit_entries_actor on audit_entries (actor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_entries, unit_managers;
      alter table people drop column is_observer, drop column is_training_department;
    `);
  }
}
