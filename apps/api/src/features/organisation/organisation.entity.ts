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

  @Column('int', { default: 1 })
  version: number;

  /** 1 is Monday, 7 is Sunday. */
  @Column('smallint', { name: 'working_days', array: true, default: [1, 2, 3, 4, 5] })
  workingDays: number[];

  @Column('date', { array: true, default: [] })
  holidays: string[];

  @Column('boolean', { name: 'is_demo', default: false })
  isDemo: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
