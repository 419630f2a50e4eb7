import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conversation. `lastSeq` counts its events, `lastPosition` its messages. */
@Entity('threads')
export class Thread {
  @PrimaryColumn('uuid')
  id: string;

  /** Null for a cross-unit thread. */
  @Column('uuid', { name: 'community_id', nullable: true })
  communityId: string | null;

  @Column('uuid', { name: 'issue_id', nullable: true, unique: true })
  issueId: string | null;

  /** Of a cross-unit thread only. */
  @Column('uuid', { name: 'convener_id', nullable: true })
  convenerId: string | null;

  @Column('text', { default: '' })
  question: string;

  @Column('text', { name: 'closed_as', nullable: true })
  closedAs: string | null;

  @Column('text')
  title: string;

  @Column('int', { default: 1 })
  version: number;

  /** Null while an imported thread waits for its first message, whose author opened it. */
  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy: string | null;

  @Column('uuid', { name: 'opened_by_unit_id', nullable: true })
  openedByUnitId: string | null;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('int', { name: 'last_seq', default: 0 })
  lastSeq: number;

  @Column('int', { name: 'last_position', default: 0 })
  lastPosition: number;

  @Column('timestamptz', { name: 'last_message_at' })
  lastMessageAt: Date;

  @Column('uuid', { name: 'last_message_id', nullable: true })
  lastMessageId: string | null;

  /** Name of the source that it came from; null for what began here. */
  @Column('text', { name: 'imported_from', nullable: true })
  importedFrom: string | null;
}
