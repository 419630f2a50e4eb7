import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One reading of a file, with the place it reached: what was killed goes on from there. */
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
}
