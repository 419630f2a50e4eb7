import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person belongs to one unit at a time; `untilOn` is null for the present one. */
@Entity('unit_memberships')
export class UnitMembership {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @PrimaryColumn('date', { name: 'from_on' })
  fromOn: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('date', { name: 'until_on', nullable: true })
  untilOn: string | null;
}
