import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit that a cross-unit thread invites. `firstSpokeAt` is when it, or a unit below it, first spoke. */
@Entity('thread_units')
export class ThreadUnit {
  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId: string;

  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('timestamptz', { name: 'invited_at' })
  invitedAt: Date;

  @Column('timestamptz', { name: 'first_spoke_at', nullable: true })
  firstSpokeAt: Date | null;
}

/** Somebody added to a cross-unit thread by name. */
@Entity('thread_people')
export class ThreadPerson {
  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}

@Entity('thread_pins')
export class ThreadPin {
  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId: string;

  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId: string;

  @Column('uuid', { name: 'pinned_by' })
  pinnedBy: string;

  @Column('timestamptz', { name: 'pinned_at' })
  pinnedAt: Date;
}
