import { Injectable } from '@nestjs/common';
import type { ArtifactId, PersonId } from '@landbridge/contract';
import type { ArtifactAbility } from '@landbridge/contract/library';
import { artifactAbilities } from '@landbridge/domain/library';
import type { Reader } from '../../platform/database/reader.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { artifactLock, artifactStanding, type ArtifactStanding } from './artifact.facts.ts';

/** The only way to an artifact: by asking for a right to it. Missing and unreadable are the same. */
@Injectable()
export class ArtifactAccess {
  /** @throws artifact.not-found, artifact.not-allowed, community.ended */
  async get(reader: Reader, actorId: PersonId, id: ArtifactId, ability: ArtifactAbility): Promise<ArtifactStanding> {
    const artifact = await reader.one(artifactStanding, [id, actorId]);
    const can = artifact && abilitiesIn(artifact);
    if (!artifact || !can?.read) throw problem('artifact.not-found');
    if (!can[ability]) throw problem(isKeptFrom(artifact) ? 'community.ended' : 'artifact.not-allowed');
    return artifact;
  }

  /** As `get`, and nobody else changes the artifact until the transaction ends. */
  async forChange(tx: Tx, actorId: PersonId, id: ArtifactId, ability: ArtifactAbility): Promise<ArtifactStanding> {
    await tx.one(artifactLock, [id]);
    return this.get(tx, actorId, id, ability);
  }
}

export const abilitiesIn = ({ seenIds, leadsHome, isAuthor, isEnded }: ArtifactStanding) =>
  artifactAbilities({ readsHome: seenIds.length > 0, leadsHome, isAuthor, isEnded });

/** It could be changed, were its homes not closed down. */
const isKeptFrom = (artifact: ArtifactStanding): boolean => artifact.isEnded && abilitiesIn({ ...artifact, isEnded: false }).edit;
