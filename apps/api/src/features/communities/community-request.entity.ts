import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody asks to join a closed community. One that is not decided is open; there is one per person and community. */
@Entity('community_requests')
export class CommunityRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'community_id' })
  communityId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  words: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('text', { nullable: true })
  decision: string | null;

  @Column('text', { default: '' })
  reply: string;
}
