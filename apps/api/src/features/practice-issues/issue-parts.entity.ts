import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The asker, or a leader for them, said that a message of the conversation helped. */
@Entity('issue_helps')
export class IssueHelp {
  @PrimaryColumn('uuid', { name: 'issue_id' })
  issueId: string;

  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  /** The author of the message, so that what somebody helped with is found by their name. */
  @Column('uuid', { name: 'helper_id' })
  helperId: string;

  @Column('uuid', { name: 'marked_by' })
  markedBy: string;

  @Column('timestamptz', { name: 'marked_at' })
  markedAt: Date;
}

/** Filters of the list of issues that a person kept under a name. */
@Entity('issue_views')
export class IssueView {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  filters: object;
}

/** A file hangs on one issue. */
@Entity('issue_files')
export class IssueFile {
  @PrimaryColumn('uuid', { name: 'file_id' })
  fileId: string;

  @Column('uuid', { name: 'issue_id' })
  issueId: string;
}
