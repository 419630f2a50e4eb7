import { Injectable } from '@nestjs/common';
import type { CommunityId, PersonId } from '@landbridge/contract';
import type { CommunityView } from '@landbridge/contract/communities';
import { communityAbilities } from '@landbridge/domain/communities';
import { Database } from '../../platform/database/database.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { communityPage } from './communities.queries.ts';

/** The community's page as one person may see it. */
@Injectable()
export class CommunityViews {
  constructor(private readonly database: Database) {}

  /** The caller has asked for the right to see it. */
  async of(viewerId: PersonId, id: CommunityId): Promise<CommunityView> {
    const community = await this.database.one(communityPage, [id, viewerId]);
    if (!community) throw problem('community.not-found');
    const { visibility, myRole: role, closedAt } = community;
    return { ...community, can: communityAbilities({ visibility, role, isEnded: closedAt !== null }) };
  }
}
