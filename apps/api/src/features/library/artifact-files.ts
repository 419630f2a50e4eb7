import { Injectable } from '@nestjs/common';
import type { ArtifactId, FileId, PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { Attachments } from '../files/index.ts';
import { artifactFilesReadable, filesOfArtifact } from './artifact.facts.ts';
import { ArtifactFile } from './artifact-parts.entity.ts';

/** Files of artifacts. Whoever reads the artifact reads those of every version: an edit takes none away for good. */
@Injectable()
export class ArtifactFiles {
  constructor(private readonly attachments: Attachments) {
    attachments.areReadBy(artifactFilesReadable);
  }

  /** The files of a new artifact: sent for it, or copied from where its author may read them. @throws file.not-attachable */
  async begin(tx: Tx, artifactId: ArtifactId, authorId: PersonId, wanted: readonly FileId[]): Promise<FileView[]> {
    const hung = await this.attachments.hang(tx, authorId, wanted);
    const links = hung.map(({ file, sourceId }) => ({ fileId: file.id, artifactId, sourceId }));
    if (links.length > 0) await tx.insert(ArtifactFile, links);
    return hung.map(({ file }) => file);
  }

  /** The files of its next version: those of earlier ones, and what the editor sent. The artifact is locked. @throws file.not-attachable */
  async goOn(tx: Tx, artifactId: ArtifactId, editorId: PersonId, wanted: readonly FileId[]): Promise<FileView[]> {
    if (wanted.length === 0) return [];
    const before = (await tx.rows(filesOfArtifact, [artifactId])).map(({ file }) => file);
    const known = new Map(before.map((file): [FileId, FileView] => [file.id, file]));
    const missing = wanted.filter((id) => !known.has(id));
    const taken = await this.attachments.take(tx, editorId, missing);
    const links = taken.map((file) => ({ fileId: file.id, artifactId }));
    if (links.length > 0) await tx.insert(ArtifactFile, links);
    for (const file of taken) known.set(file.id, file);
    return wanted.flatMap((id) => known.get(id) ?? []);
  }
}
