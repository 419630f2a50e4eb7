import type { FileView } from '@landbridge/contract/files';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A real problem of practice. Its conversation is the thread of the same id. */
@Entity('practice_issues')
export class PracticeIssue {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'community_id' })
  communityId: string;

  /** Counts within the community. */
  @Column('int')
  number: number;

  @Column('int', { default: 1 })
  version: number;

  @Column('uuid', { name: 'asker_id' })
  askerId: string;

  /** The asker's unit at that moment. */
  @Column('uuid', { name: 'asker_unit_id', nullable: true })
  askerUnitId: string | null;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('text')
  title: string;

  @Column('text')
  situation: string;

  @Column('text', { name: 'situation_html' })
  situationHtml: string;

  /** Files as they are shown; follows the table `issue_files`. */
  @Column('jsonb', { default: [] })
  files: FileView[];

  @Column('text', { default: '' })
  tried: string;

  @Column('text', { name: 'tried_html', default: '' })
  triedHtml: string;

  @Column('text', { default: '' })
  stakes: string;

  /** People mentioned in any of the texts. */
  @Column('uuid', { name: 'named_ids', array: true, default: [] })
  namedIds: string[];

  @Column('smallint')
  renderer: number;

  @Column('text')
  kind: string;

  @Column('text', { array: true, default: [] })
  tags: string[];

  @Column('boolean', { name: 'is_urgent', default: false })
  isUrgent: boolean;

  @Column('text', { default: 'open' })
  state: string;

  @Column('text', { name: 'state_before_archive', nullable: true })
  stateBeforeArchive: string | null;

  @Column('timestamptz', { name: 'posted_at' })
  postedAt: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('timestamptz', { name: 'tried_at', nullable: true })
  triedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column('timestamptz', { name: 'outcome_asked_at', nullable: true })
  outcomeAskedAt: Date | null;

  @Column('text', { default: '' })
  outcome: string;

  @Column('text', { name: 'outcome_html', default: '' })
  outcomeHtml: string;

  @Column('text', { name: 'outcome_before', default: '' })
  outcomeBefore: string;

  @Column('text', { name: 'outcome_after', default: '' })
  outcomeAfter: string;

  @Column('timestamptz', { name: 'outcome_told_at', nullable: true })
  outcomeToldAt: Date | null;

  @Column('uuid', { name: 'outcome_told_by', nullable: true })
  outcomeToldBy: string | null;
}
