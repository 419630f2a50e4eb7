import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named business imperative of the organisation. */
@Entity('imperatives')
export class Imperative {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('int', { default: 1 })
  version: number;

  /** Null for one that came out of a charter's own words. */
  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy: string | null;

  @Column('uuid', { name: 'client_id', nullable: true })
  clientId: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
