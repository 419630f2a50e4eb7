import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which days the organisation works, so that waiting can be counted in working days. */
export class WorkingCalendar1795685400000 implements MigrationInterface {
  name = 'WorkingCalendar1795685400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisations
        add column version int not null default 1,
        -- 1 is Monday, 7 is Sunday (ISO 8601).
        add column working_days smallint[] not null default '{1,2,3,4,5}' check (working_days <@ '{1,2,3,4,5,6,7}'),
        add column holidays date[] not null default '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organisations drop column holidays, drop column working_days, drop column version');
  }
}
