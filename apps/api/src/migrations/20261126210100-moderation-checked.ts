import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Apart from adding it: looking through all messages must not keep anybody from writing. */
export class ModerationChecked1795726860000 implements MigrationInterface {
  name = 'ModerationChecked1795726860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messages validate constraint messages_hidden');
  }

  /** Nothing to take back: the constraint goes with its columns. */
  async down(): Promise<void> {}
}
