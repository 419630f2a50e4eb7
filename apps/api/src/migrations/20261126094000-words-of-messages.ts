import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are found by what they wrote. Built while others post and read, and so outside of a transaction. */
export class WordsOfMessages1795686000000 implements MigrationInterface {
  name = 'WordsOfMessages1795686000000';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // One that was cut off leaves an index that is never used.
    await runner.query('drop index concurrently if exists messages_words');
    await runner.query(
      `create index concurrently messages_words on messages using gin (to_tsvector('simple', markdown)) where deleted_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently if exists messages_words');
  }
}
