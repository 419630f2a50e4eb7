import { Injectable } from '@nestjs/common';
import type { ArtifactId, CommunityId, PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { artifactChanged } from '@landbridge/contract/library';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { communityRoom } from '../communities/index.ts';
import { renderMarkdown, rendererVersion } from '../threads/index.ts';
import { communitiesOf } from './artifact.facts.ts';
import { ArtifactCommunity, ArtifactVersion } from './artifact-parts.entity.ts';

interface Content {
  readonly title: string;
  readonly markdown: string;
  readonly files: FileView[];
}

/** What keeping and editing an artifact have in common. */
@Injectable()
export class WriteArtifact {
  constructor(private readonly clock: Clock) {}

  /** The text as it is stored. @throws artifact.quotes-message: a quote is blanked with its message, in the conversation alone */
  render(markdown: string) {
    const { html, excerpt, mentionIds, messageIds } = renderMarkdown(markdown);
    if (messageIds.length > 0) throw problem('artifact.quotes-message');
    return { markdown, html, excerpt: excerpt.slice(0, 300), namedIds: [...mentionIds], renderer: rendererVersion };
  }

  /** @throws community.not-found, artifact.not-member, community.ended */
  async refuseForeignHomes(tx: Tx, actorId: PersonId, ids: readonly CommunityId[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await tx.rows(communitiesOf, [ids, actorId]);
    if (found.length < ids.length) throw problem('community.not-found');
    if (!found.every(({ isMember }) => isMember)) throw problem('artifact.not-member');
    if (found.some(({ isEnded }) => isEnded)) throw problem('community.ended');
  }

  async keepVersion(tx: Tx, actorId: PersonId, id: ArtifactId, version: number, { title, markdown, files }: Content): Promise<void> {
    const { html } = this.render(markdown);
    await tx.insert(ArtifactVersion, {
      artifactId: id,
      version,
      title,
      markdown,
      html,
      files,
      writtenBy: actorId,
      writtenAt: this.clock.now(),
    });
  }

  async setHomes(tx: Tx, id: ArtifactId, before: readonly CommunityId[], after: readonly CommunityId[]): Promise<void> {
    const added = after.filter((home) => !before.includes(home));
    if (added.length > 0)
      await tx.insert(
        ArtifactCommunity,
        added.map((communityId) => ({ artifactId: id, communityId })),
      );
    for (const communityId of before.filter((home) => !after.includes(home)))
      await tx.delete(ArtifactCommunity, { artifactId: id, communityId });
  }

  /** A former home is told too: its lists show the artifact no longer. */
  tell(tx: Tx, id: ArtifactId, version: number, homes: readonly CommunityId[]): void {
    tx.tell(
      [...new Set(homes)].map((home) => communityRoom(home)),
      artifactChanged,
      { artifactId: id, version },
    );
  }
}
