import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change that somebody made with an administrator's right. Never changed, never deleted. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text')
  action: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('jsonb')
  details: Record<string, string>;
}
