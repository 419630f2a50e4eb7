import { Injectable } from '@nestjs/common';
import { artifactId, type ArtifactId, type InputOf } from '@landbridge/contract';
import type { keepArtifact } from '@landbridge/contract/library';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { IssueAccess } from '../practice-issues/index.ts';
import { ThreadAccess } from '../threads/index.ts';
import { ArtifactFiles } from './artifact-files.ts';
import { artifactByClientId } from './artifact.facts.ts';
import { Artifact } from './artifact.entity.ts';
import { WriteArtifact } from './write-artifact.ts';

type Wanted = InputOf<typeof keepArtifact>['body'];

/** Keeps an artifact in communities of its author. The same client id keeps once. */
@Injectable()
export class KeepArtifact {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly issues: IssueAccess,
    private readonly threads: ThreadAccess,
    private readonly write: WriteArtifact,
    private readonly files: ArtifactFiles,
  ) {}

  run(actor: Actor, wanted: Wanted): Promise<ArtifactId> {
    return againWhen(['artifacts_client_id'], () =>
      this.unitOfWork.run(async (tx) => (await this.before(tx, actor, wanted)) ?? this.keep(tx, actor, wanted)),
    );
  }

  private async keep(tx: Tx, actor: Actor, wanted: Wanted): Promise<ArtifactId> {
    const { clientId, title, markdown, communityIds, fromIssueId, fromMessageId, fileIds } = wanted;
    await this.write.refuseForeignHomes(tx, actor.personId, communityIds);
    if (fromIssueId) await this.issues.get(tx, actor.personId, fromIssueId, 'read');
    if (fromMessageId) await this.threads.message(tx, actor.personId, fromMessageId);
    const id = artifactId.parse(uuid());
    const now = this.clock.now();
    await tx.insert(Artifact, {
      id,
      title,
      ...this.write.render(markdown),
      authorId: actor.personId,
      fromIssueId: fromIssueId ?? null,
      fromMessageId: fromMessageId ?? null,
      clientId,
      createdAt: now,
      changedAt: now,
    });
    // After the artifact: the same request at the same moment fails on its client id, and not on files that are taken already.
    const files = await this.files.begin(tx, id, actor.personId, fileIds);
    if (files.length > 0) await tx.update(Artifact, { id }, { files });
    await this.write.keepVersion(tx, actor.personId, id, 1, { title, markdown, files });
    await this.write.setHomes(tx, id, [], communityIds);
    this.write.tell(tx, id, 1, communityIds);
    return id;
  }

  /** What an earlier request with this client id kept. @throws client-id.reused when that said something else */
  private async before(tx: Tx, actor: Actor, { clientId, title, markdown, fileIds }: Wanted): Promise<ArtifactId | null> {
    const kept = await tx.one(artifactByClientId, [actor.personId, clientId]);
    if (!kept) return null;
    const isSame = kept.title === title && kept.markdown === markdown && kept.fileIds.join() === fileIds.join();
    if (!isSame) throw problem('client-id.reused');
    return kept.id;
  }
}
