import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one organisation of this database. */
@Entity('organisations')
export class Organisation {
  @PrimaryColumn('smallint', { default: 1 })
  id: number;

  @Column('text')
  name: string;

  @Column('text')
  language: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('boolean', { name: 'is_demo', default: false })
  isDemo: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
