import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody said of coming to a session, and whether they took part in it. */
@Entity('session_people')
export class SessionPerson {
  @PrimaryColumn('uuid', { name: 'session_id' })
  sessionId: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  /** Null while they said nothing. */
  @Column('boolean', { name: 'is_coming', nullable: true })
  isComing: boolean | null;

  @Column('boolean', { name: 'took_part', default: false })
  tookPart: boolean;

  /** Their unit when the session took place; null when they were in none, or did not take part. */
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt: Date | null;
}
