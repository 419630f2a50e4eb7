import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that happened, behind a notice; those of its present round are folded into what it tells. */
@Entity('notice_causes')
export class NoticeCause {
  @PrimaryColumn('uuid', { name: 'notice_id' })
  noticeId: string;

  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('uuid', { name: 'by_id', nullable: true })
  byId: string | null;

  @Column('uuid', { name: 'by_unit_id', nullable: true })
  byUnitId: string | null;

  @Column('int', { default: 0 })
  position: number;

  @Column('timestamptz')
  at: Date;

  @Column('int')
  round: number;
}

/** Numbers what is told of a person's notices. */
@Entity('notice_inboxes')
export class NoticeInbox {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('int', { default: 1 })
  seq: number;
}

/** A kind of notices that somebody turned off. */
@Entity('notice_kinds_off')
export class NoticeKindOff {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @PrimaryColumn('text')
  kind: string;
}
