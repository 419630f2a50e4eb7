import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('communities')
export class Community {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  visibility: string;

  @Column('text')
  domain: string;

  @Column('text')
  people: string;

  @Column('text')
  practice: string;

  @Column('int', { default: 1 })
  version: number;

  /** Null for an imported one. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('text', { array: true, default: () => "'{}'" })
  languages: string[];

  @Column('text', { default: '' })
  rhythm: string;

  /** What it served in its own words, before business imperatives had names. A process of then still reads it; nothing writes it. */
  @Column('text', { default: '' })
  imperative: string;

  @Column('text', { default: 'potential' })
  stage: string;

  @Column('text', { name: 'stage_evidence', default: '' })
  stageEvidence: string;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto: string | null;
}
