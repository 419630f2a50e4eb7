import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a person put away. It stays away until something happens after that. */
@Entity('home_done')
export class HomeDone {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId: string;

  @PrimaryColumn('text')
  kind: string;

  @Column('timestamptz', { name: 'done_at' })
  doneAt: Date;
}

/** When a person was on Home, and since when things are new to them. */
@Entity('home_visits')
export class HomeVisit {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Column('timestamptz', { name: 'new_since' })
  newSince: Date;
}
