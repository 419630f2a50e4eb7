import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { CommunityId, ImperativeId, InputOf } from '@landbridge/contract';
import { communityChanged, type editCommunity } from '@landbridge/contract/communities';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { changedFacts, communityPage } from './communities.queries.ts';
import { CommunityAccess } from './community.access.ts';
import { CommunityImperative } from './community-imperative.entity.ts';
import { Community } from './community.entity.ts';
import { communityRoom } from './community.rooms.ts';
import { imperativesAmong } from './imperatives.queries.ts';

type Wanted = InputOf<typeof editCommunity>['body'];

@Injectable()
export class EditCommunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CommunityAccess,
  ) {}

  async run(actor: Actor, id: CommunityId, wanted: Wanted): Promise<void> {
    try {
      await this.unitOfWork.run((tx) => this.edit(tx, actor, id, wanted));
    } catch (error) {
      if (violates(error, 'communities_open_name')) throw problem('community.name-taken');
      throw error;
    }
  }

  private async edit(tx: Tx, actor: Actor, id: CommunityId, { version, imperativeIds, ...texts }: Wanted): Promise<void> {
    const community = await this.access.forChange(tx, actor.personId, id, 'edit');
    const stored = await tx.one(communityPage, [id, actor.personId]);
    // The same change sent again finds itself done.
    if (!stored) return;
    const serves = stored.imperatives.map((imperative) => imperative.id);
    const isServing = imperativeIds === undefined || isDeepStrictEqual(imperativeIds, serves);
    if (isServing && isDeepStrictEqual({ ...stored, ...texts }, stored)) return;
    if (community.version !== version) throw problem('version.stale', { current: stored });
    await tx.update(Community, { id }, { ...texts, version: version + 1 });
    if (!isServing) await serve(tx, id, { before: serves, after: imperativeIds });
    const facts = await tx.one(changedFacts, [id]);
    if (facts) tx.tell(communityRoom(id), communityChanged, facts);
  }
}

/** One that was closed meanwhile may stay, but not come. */
const serve = async (
  tx: Tx,
  communityId: CommunityId,
  { before, after }: { readonly before: readonly ImperativeId[]; readonly after: readonly ImperativeId[] },
): Promise<void> => {
  const found = await tx.rows(imperativesAmong, [after]);
  if (found.length < after.length) throw problem('imperative.not-found');
  if (found.some(({ id, isClosed }) => isClosed && !before.includes(id))) throw problem('imperative.closed');
  await tx.delete(CommunityImperative, { communityId });
  if (after.length === 0) return;
  await tx.insert(
    CommunityImperative,
    after.map((imperativeId, index) => ({ communityId, imperativeId, place: index + 1 })),
  );
};
