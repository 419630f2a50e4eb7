import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member took one of the seven leadership roles. It carries no rights. */
@Entity('leadership_roles')
export class LeadershipRole {
  @PrimaryColumn('uuid', { name: 'community_id' })
  communityId: string;

  @PrimaryColumn('text')
  role: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
