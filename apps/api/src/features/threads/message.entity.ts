import type { FileView } from '@landbridge/contract/files';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody said, once. `authorUnitId` is their unit at that moment. */
@Entity('messages')
export class Message {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'thread_id' })
  threadId: string;

  @Column('int')
  position: number;

  @Column('int', { name: 'changed_seq' })
  changedSeq: number;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('uuid', { name: 'author_unit_id', nullable: true })
  authorUnitId: string | null;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('text')
  markdown: string;

  @Column('text')
  html: string;

  /** Version of the renderer that made `html`; 0 while an imported message waits for it. */
  @Column('smallint')
  renderer: number;

  @Column('text')
  excerpt: string;

  /** People mentioned or quoted: their names are looked up when it is read. */
  @Column('uuid', { name: 'named_ids', array: true, default: '{}' })
  namedIds: string[];

  /** Emoji with their counts in the order of first use; follows the table `reactions` under the thread's lock. */
  @Column('jsonb', { default: [] })
  reactions: { emoji: string; count: number }[];

  /** Files as they are shown; follows the table `message_files`. A file never changes, so neither does what is said of it here. */
  @Column('jsonb', { default: [] })
  files: FileView[];

  @Column('uuid', { name: 'reply_to_id', nullable: true })
  replyToId: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'posted_at' })
  postedAt: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  /** Since when it is hidden. Its words are in `whole_texts` then, so that no read of messages finds them. */
  @Column('timestamptz', { name: 'hidden_at', nullable: true })
  hiddenAt: Date | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;

  /** Name of the source that it came from; null for what was said here. */
  @Column('text', { name: 'imported_from', nullable: true })
  importedFrom: string | null;
}
