import type { FileView } from '@landbridge/contract/files';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An artifact as it was written once; the newest is kept here too. */
@Entity('artifact_versions')
export class ArtifactVersion {
  @PrimaryColumn('uuid', { name: 'artifact_id' })
  artifactId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('text')
  title: string;

  @Column('text')
  markdown: string;

  @Column('text')
  html: string;

  /** Files as they were shown. */
  @Column('jsonb', { default: [] })
  files: FileView[];

  @Column('uuid', { name: 'written_by' })
  writtenBy: string;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;
}

/** A community in which an artifact is at home. */
@Entity('artifact_communities')
export class ArtifactCommunity {
  @PrimaryColumn('uuid', { name: 'artifact_id' })
  artifactId: string;

  @PrimaryColumn('uuid', { name: 'community_id' })
  communityId: string;
}

/** A file of one version or several of an artifact. */
@Entity('artifact_files')
export class ArtifactFile {
  @PrimaryColumn('uuid', { name: 'file_id' })
  fileId: string;

  @Column('uuid', { name: 'artifact_id' })
  artifactId: string;

  /** The file that it is a copy of, which may be gone; null when it was sent for this. */
  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: string | null;
}
