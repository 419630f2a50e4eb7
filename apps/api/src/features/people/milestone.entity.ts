import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something on a person's way that the product saw happen. `sourceId` is the community, issue or thread that it happened in. */
@Entity('milestones')
export class Milestone {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  kind: string;

  @Column('date', { name: 'happened_on' })
  happenedOn: string;

  @Column('text')
  title: string;

  /** A path inside the product. */
  @Column('text', { nullable: true })
  link: string | null;

  @Column('text', { default: 'organisation' })
  visibility: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;
}
