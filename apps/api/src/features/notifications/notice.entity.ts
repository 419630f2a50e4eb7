import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What concerned a person in one thread, community or session. Written in bulk by `notice-writes.queries.ts`; the database computes `subject_id`. */
@Entity('notices')
export class Notice {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId: string | null;

  @Column('uuid', { name: 'community_id', nullable: true })
  communityId: string | null;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('text')
  kind: string;

  /** The message, request or happening that is told. */
  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('uuid', { name: 'by_id', nullable: true })
  byId: string | null;

  /** The unit of whoever caused it, at that moment. */
  @Column('uuid', { name: 'by_unit_id', nullable: true })
  byUnitId: string | null;

  @Column('int', { default: 1 })
  count: number;

  @Column('int', { default: 0 })
  position: number;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;

  /** Under which it was read, to take that back. */
  @Column('uuid', { name: 'reading_id', nullable: true })
  readingId: string | null;

  @Column('int', { default: 1 })
  round: number;
}
