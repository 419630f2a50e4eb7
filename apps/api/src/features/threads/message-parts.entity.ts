import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A former text of a message. */
@Entity('message_versions')
export class MessageVersion {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('text')
  markdown: string;

  @Column('text')
  html: string;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;
}

@Entity('message_mentions')
export class MessageMention {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;
}

/** `messageId` quotes words of `sourceId`, or a former text of it did. */
@Entity('message_quotes')
export class MessageQuote {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @PrimaryColumn('uuid', { name: 'source_id' })
  sourceId: string;
}

@Entity('reactions')
export class Reaction {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @PrimaryColumn('text')
  emoji: string;

  @Column('timestamptz', { name: 'reacted_at' })
  reactedAt: Date;
}

/** How far a person has read a thread, and whether they follow it. */
@Entity('read_marks')
export class ReadMark {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId: string;

  @Column('int', { name: 'read_position', default: 0 })
  readPosition: number;

  @Column('text', { default: 'none' })
  follows: string;

  @Column('int', { default: 1 })
  revision: number;
}

/** A file hangs on one message. */
@Entity('message_files')
export class MessageFile {
  @PrimaryColumn('uuid', { name: 'file_id' })
  fileId: string;

  @Column('uuid', { name: 'message_id' })
  messageId: string;
}
