import { Injectable } from '@nestjs/common';
import type { ArtifactId, FileId, InputOf } from '@landbridge/contract';
import type { editArtifact } from '@landbridge/contract/library';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ArtifactAccess } from './artifact.access.ts';
import { ArtifactFiles } from './artifact-files.ts';
import type { ArtifactStanding } from './artifact.facts.ts';
import { Artifact } from './artifact.entity.ts';
import { WriteArtifact } from './write-artifact.ts';

type Wanted = InputOf<typeof editArtifact>['body'];

interface Next extends Pick<ArtifactStanding, 'title' | 'markdown' | 'homeIds'> {
  readonly fileIds: readonly FileId[];
  readonly hasNewContent: boolean;
}

/** Changes what an artifact says or where it is at home. Homes that the editor does not see stay as they are. */
@Injectable()
export class EditArtifact {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ArtifactAccess,
    private readonly writing: WriteArtifact,
    private readonly files: ArtifactFiles,
  ) {}

  run(actor: Actor, id: ArtifactId, { version, ...wanted }: Wanted): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const artifact = await this.access.forChange(tx, actor.personId, id, 'edit');
      const { title = artifact.title, markdown = artifact.markdown, communityIds = artifact.seenIds } = wanted;
      const homes = [...artifact.homeIds.filter((home) => !artifact.seenIds.includes(home)), ...communityIds];
      const present = artifact.files.map((file) => file.id);
      const fileIds = wanted.fileIds ?? present;
      const hasNewContent = title !== artifact.title || markdown !== artifact.markdown || fileIds.join() !== present.join();
      // The same edit sent again finds itself done.
      if (!hasNewContent && isSameSet(homes, artifact.homeIds)) return;
      if (artifact.version !== version) throw problem('version.stale', { current: storedOf(artifact) });
      await this.writing.refuseForeignHomes(
        tx,
        actor.personId,
        communityIds.filter((home) => !artifact.homeIds.includes(home)),
      );
      await this.write(tx, actor, artifact, { title, markdown, fileIds, homeIds: homes, hasNewContent });
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { id, version, homeIds }: ArtifactStanding,
    { title, markdown, fileIds, homeIds: homes, hasNewContent }: Next,
  ): Promise<void> {
    const next = version + 1;
    const files = await this.files.goOn(tx, id, actor.personId, fileIds);
    await tx.update(Artifact, { id }, { title, ...this.writing.render(markdown), files, version: next, changedAt: this.clock.now() });
    if (hasNewContent) await this.writing.keepVersion(tx, actor.personId, id, next, { title, markdown, files });
    await this.writing.setHomes(tx, id, homeIds, homes);
    this.writing.tell(tx, id, next, [...homeIds, ...homes]);
  }
}

const storedOf = ({ title, markdown, files, version }: ArtifactStanding) => ({ title, markdown, files, version });

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((member) => other.includes(member));
