import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An event that was committed and not yet published. Rows live for milliseconds. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text', { array: true })
  rooms: string[];

  @Column('text')
  event: string;

  @Column('jsonb')
  payload: unknown;

  /** The thing it speaks of; erasing that erases the row. */
  @Column('uuid', { nullable: true })
  about: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
