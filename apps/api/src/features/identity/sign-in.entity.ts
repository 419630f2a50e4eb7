import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Being signed in, in one browser. The token itself is known to the browser alone. */
@Entity('sign_ins')
export class SignIn {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('text')
  device: string;

  @Column('text')
  address: string;

  @Column('timestamptz', { name: 'signed_in_at' })
  signedInAt: Date;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
