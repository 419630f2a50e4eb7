import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('communities')
export class Community {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  visibility: string;

  @Column('text')
  domain: string;

  @Column('text')
  people: string;

  @Column('text')
  practice: string;

  @Column('int', { default: 1 })
  version: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
