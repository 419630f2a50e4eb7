import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a unit was called and where it stood until a day. */
@Entity('unit_pasts')
export class UnitPast {
  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;

  @PrimaryColumn('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('date', { name: 'from_on' })
  fromOn: string;

  @Column('date', { name: 'until_on' })
  untilOn: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;
}
