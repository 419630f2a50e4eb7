import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that somebody sent. `waiting` until it is attached; then it belongs to that one message or issue. */
@Entity('files')
export class StoredFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('bigint', { name: 'byte_size' })
  byteSize: string;

  @Column('int', { nullable: true })
  width: number | null;

  @Column('int', { nullable: true })
  height: number | null;

  @Column('text')
  sha256: string;

  @Column('text', { name: 'preview_sha256', nullable: true })
  previewSha256: string | null;

  @Column('text')
  state: 'waiting' | 'kept';

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'attached_at', nullable: true })
  attachedAt: Date | null;
}
