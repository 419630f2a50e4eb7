import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of artifacts: each version remembers those it shows. */
export class FilesOfArtifacts1795737000000 implements MigrationInterface {
  name = 'FilesOfArtifacts1795737000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table artifact_files (
        file_id uuid primary key references files on delete cascade,
        artifact_id uuid not null references artifacts,
        -- The file that it is a copy of. That one may go; so it is no reference.
        source_id uuid
      );
      create index artifact_files_artifact on artifact_files (artifact_id);
      alter table artifacts add column files jsonb not null default '[]';
      alter table artifact_versions add column files jsonb not null default '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table artifact_versions drop column files;
      alter table artifacts drop column files;
      drop table artifact_files;
    `);
  }
}
