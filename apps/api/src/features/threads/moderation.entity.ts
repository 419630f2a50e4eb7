import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody wrote in one version of a message, while not all of it is shown: it is hidden, or quotes a message that is. */
@Entity('whole_texts')
export class WholeText {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('text')
  markdown: string;
}

/** Who hid a message, why, and who showed it again. */
@Entity('message_hidings')
export class MessageHiding {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @PrimaryColumn('timestamptz', { name: 'hidden_at' })
  hiddenAt: Date;

  @Column('uuid', { name: 'hidden_by' })
  hiddenBy: string;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'shown_at', nullable: true })
  shownAt: Date | null;

  @Column('uuid', { name: 'shown_by', nullable: true })
  shownBy: string | null;
}

/** Somebody reported a message; `answeredAt` is when it was hidden or left as it is. Taken back, it is gone. */
@Entity('message_reports')
export class MessageReport {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @PrimaryColumn('uuid', { name: 'reporter_id' })
  reporterId: string;

  @Column('text')
  kind: string;

  @Column('text')
  note: string;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;
}
