import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('community_members')
export class CommunityMember {
  @PrimaryColumn('uuid', { name: 'community_id' })
  communityId: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  role: string;

  @Column('timestamptz', { name: 'joined_at' })
  joinedAt: Date;

  /** When they last looked at what is new; later threads light the dot. */
  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;
}
