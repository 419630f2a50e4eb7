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
