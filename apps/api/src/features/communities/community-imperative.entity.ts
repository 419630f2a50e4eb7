import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A community serves a business imperative. */
@Entity('community_imperatives')
export class CommunityImperative {
  @PrimaryColumn('uuid', { name: 'community_id' })
  communityId: string;

  @PrimaryColumn('uuid', { name: 'imperative_id' })
  imperativeId: string;

  /** 1 to 3, in the community's own order. */
  @Column('smallint')
  place: number;
}
