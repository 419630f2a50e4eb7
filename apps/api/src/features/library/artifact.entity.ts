import type { FileView } from '@landbridge/contract/files';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an issue or a thread left behind, to be used again. */
@Entity('artifacts')
export class Artifact {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  markdown: string;

  @Column('text')
  html: string;

  /** Files as they are shown; those of the newest version. */
  @Column('jsonb', { default: [] })
  files: FileView[];

  @Column('smallint')
  renderer: number;

  /** Its first line. */
  @Column('text')
  excerpt: string;

  @Column('int', { default: 1 })
  version: number;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  /** People mentioned in the text. */
  @Column('uuid', { name: 'named_ids', array: true, default: [] })
  namedIds: string[];

  @Column('uuid', { name: 'from_issue_id', nullable: true })
  fromIssueId: string | null;

  @Column('uuid', { name: 'from_message_id', nullable: true })
  fromMessageId: string | null;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
