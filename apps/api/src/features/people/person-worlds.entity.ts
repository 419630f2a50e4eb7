import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The worlds somebody has moved between: only they read and edit it, and nothing else ever selects it. */
@Entity('person_worlds')
export class PersonWorlds {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  text: string;
}
