import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisational unit as it is now, or was on the day it closed. */
@Entity('units')
export class Unit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  name: string;

  @Column('text')
  code: string;

  @Column('smallint')
  hue: number;

  @Column('date')
  since: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('uuid', { name: 'client_id', nullable: true })
  clientId: string | null;
}
