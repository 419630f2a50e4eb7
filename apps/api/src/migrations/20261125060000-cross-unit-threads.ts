import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads that no community owns: a convener, invited units as equals, people added by name. */
export class CrossUnitThreads1795586400000 implements MigrationInterface {
  name = 'CrossUnitThreads1795586400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The units that a person speaks for at this moment: their own and every one above it.
      create function units_of(person uuid) returns uuid[] language sql stable parallel safe as $$
        with recursive up as (
          select u.id, u.parent_id from unit_memberships um join units u on u.id = um.unit_id where um.person_id = person and um.until_on is null
          union all select u.id, u.parent_id from units u join up on u.id = up.parent_id)
        select coalesce(array_agg(id), '{}') from up
      $$;

      alter table threads alter column community_id drop not null;
      alter table threads add column issue_id uuid unique;
      alter table threads add column convener_id uuid references people;
      alter table threads add column question text not null default '';
      alter table threads add column closed_as text
        check (closed_as in ('identification', 'coordination', 'reflection', 'transformation'));
      alter table threads add constraint threads_place check ((community_id is null) = (convener_id is not null)) not valid;
      alter table threads validate constraint threads_place;
      create index threads_convener on threads (convener_id) where convener_id is not null;

      create table thread_units (
        thread_id uuid not null references threads,
        unit_id uuid not null references units,
        invited_at timestamptz not null,
        first_spoke_at timestamptz,
        primary key (thread_id, unit_id)
      );
      create index thread_units_unit on thread_units (unit_id, thread_id);

      create table thread_people (
        thread_id uuid not null references threads,
        person_id uuid not null references people,
        added_at timestamptz not null,
        primary key (thread_id, person_id)
      );
      create index thread_people_person on thread_people (person_id, thread_id);

      create table thread_pins (
        thread_id uuid not null references threads,
        message_id uuid not null references messages,
        pinned_by uuid not null references people,
        pinned_at timestamptz not null,
        primary key (thread_id, message_id)
      );
      create index thread_pins_message on thread_pins (message_id);
      create index thread_pins_person on thread_pins (pinned_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table thread_pins, thread_people, thread_units;
      alter table threads drop column closed_as, drop column question, drop column convener_id, drop column issue_id;
      alter table threads alter column community_id set not null;
      drop function units_of(uuid);
    `);
  }
}
