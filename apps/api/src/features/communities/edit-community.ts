import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { CommunityId, InputOf } from '@landbridge/contract';
import { communityChanged, type editCommunity } from '@landbridge/contract/communities';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { changedFacts, communityPage } from './communities.queries.ts';
import { CommunityAccess } from './community.access.ts';
import { Community } from './community.entity.ts';
import { communityRoom } from './community.rooms.ts';

@Injectable()
export class EditCommunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CommunityAccess,
  ) {}

  async run(actor: Actor, id: CommunityId, wanted: InputOf<typeof editCommunity>['body']): Promise<void> {
    try {
      await this.unitOfWork.run((tx) => this.edit(tx, actor, id, wanted));
    } catch (error) {
      if (violates(error, 'communities_open_name')) throw problem('community.name-taken');
      throw error;
    }
  }

  private async edit(tx: Tx, actor: Actor, id: CommunityId, { version, ...texts }: InputOf<typeof editCommunity>['body']): Promise<void> {
    const community = await this.access.forChange(tx, actor.personId, id, 'edit');
    const stored = await tx.one(communityPage, [id, actor.personId]);
    // The same change sent again finds itself done.
    if (!stored || isDeepStrictEqual({ ...stored, ...texts }, stored)) return;
    if (community.version !== version) throw problem('version.stale', { current: stored });
    await tx.update(Community, { id }, { ...texts, version: version + 1 });
    const facts = await tx.one(changedFacts, [id]);
    if (facts) tx.tell(communityRoom(id), communityChanged, facts);
  }
}
