import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units end, alone or by becoming part of another. They stay, because what was said and done in them does. */
export class ClosedUnits1795599000000 implements MigrationInterface {
  name = 'ClosedUnits1795599000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table units add column closed_on date;
      alter table units add column merged_into_id uuid references units;
      alter table units add constraint units_merged_are_closed check (merged_into_id is null or closed_on is not null) not valid;
      alter table units validate constraint units_merged_are_closed;
      create index units_merged_into on units (merged_into_id) where merged_into_id is not null;
      -- The name of a closed unit is free again.
      drop index units_name_beside;
      create unique index units_name_beside on units (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name))
        where closed_on is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index units_name_beside;
      create unique index units_name_beside on units (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
      alter table units drop column merged_into_id, drop column closed_on;
    `);
  }
}
