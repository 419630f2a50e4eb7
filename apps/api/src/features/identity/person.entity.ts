import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of the organisation, with what signing in needs. */
@Entity('people')
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('boolean', { name: 'is_administrator', default: false })
  isAdministrator: boolean;

  @Column('boolean', { name: 'is_observer', default: false })
  isObserver: boolean;

  @Column('boolean', { name: 'is_training_department', default: false })
  isTrainingDepartment: boolean;

  @Column('text', { default: 'system' })
  theme: string;

  @Column('boolean', { name: 'has_keys', default: true })
  hasKeys: boolean;

  @Column('boolean', { name: 'shows_presence', default: true })
  showsPresence: boolean;

  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;

  @Column('uuid', { name: 'client_id', nullable: true })
  clientId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  deactivatedAt: Date | null;

  @Column('text', { default: '' })
  title: string;

  @Column('text', { default: '' })
  place: string;

  @Column('text', { array: true, default: () => "'{}'" })
  languages: string[];

  /** What they like to be asked about. */
  @Column('text', { array: true, default: () => "'{}'" })
  topics: string[];

  @Column('text', { default: '' })
  about: string;

  /** `about` as HTML; null until it is rendered (imported text is on first reading). */
  @Column('text', { name: 'about_html', nullable: true })
  aboutHtml: string | null;

  @Column('int', { name: 'profile_version', default: 1 })
  profileVersion: number;
}
