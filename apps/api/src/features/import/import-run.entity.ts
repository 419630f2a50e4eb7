import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file and its last reading, with the place that reached: what was killed goes on from there. */
@Entity('import_runs')
export class ImportRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  source: string;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('text', { name: 'file_hash' })
  fileHash: string;

  @Column('text')
  state: string;

  /** In the uncompressed file. */
  @Column('bigint', { name: 'byte_offset', default: 0 })
  byteOffset: string;

  @Column('int', { default: 0 })
  line: number;

  @Column('jsonb', { default: {} })
  counts: object;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Null for a file of the command line. */
  @Column('uuid', { name: 'brought_by', nullable: true })
  broughtBy: string | null;

  @Column('uuid', { name: 'client_id', nullable: true })
  clientId: string | null;

  /** Grows with each start. */
  @Column('int', { default: 1 })
  version: number;

  @Column('boolean', { name: 'is_dry', default: false })
  isDry: boolean;

  @Column('boolean', { name: 'is_strict', default: false })
  isStrict: boolean;

  /** Unpacked. */
  @Column('bigint', { name: 'byte_size', nullable: true })
  byteSize: string | null;

  @Column('timestamptz', { name: 'kept_until', nullable: true })
  keptUntil: Date | null;

  @Column('uuid', { name: 'cancelled_by', nullable: true })
  cancelledBy: string | null;

  @Column('text', { nullable: true })
  failure: string | null;
}
