import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A meeting of a community. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'community_id' })
  communityId: string;

  @Column('text')
  title: string;

  @Column('timestamptz')
  at: Date;

  @Column('int', { default: 60 })
  minutes: number;

  /** Where it is, or the link to it. */
  @Column('text', { default: '' })
  place: string;

  @Column('text', { default: '' })
  notes: string;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  /** Grows with each change, answers too; `version` only with what the leaders change. */
  @Column('int', { default: 1 })
  seq: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
