import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated appointment as manager of a unit; `untilOn` is null for a present one. */
@Entity('unit_managers')
export class UnitManager {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('date', { name: 'from_on' })
  fromOn: string;

  @Column('date', { name: 'until_on', nullable: true })
  untilOn: string | null;
}
