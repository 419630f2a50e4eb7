import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { closeCommunity, layDownLeadership, mergeCommunity, reopenCommunity, takeLeadership } from '@landbridge/contract/communities';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CloseCommunity } from './close-community.ts';
import { CommunityViews } from './community-views.ts';
import { TakeLeadership } from './take-leadership.ts';

/** Who carries a community, and how it ends. */
@Controller()
export class LeadershipController {
  constructor(
    private readonly views: CommunityViews,
    private readonly takeLeadership: TakeLeadership,
    private readonly closeCommunity: CloseCommunity,
  ) {}

  @Endpoint(takeLeadership)
  async take(actor: Actor, { params }: InputOf<typeof takeLeadership>) {
    await this.takeLeadership.run(actor, params.communityId, params.leadership);
    return this.views.of(actor.personId, params.communityId);
  }

  @Endpoint(layDownLeadership)
  async layDown(actor: Actor, { params }: InputOf<typeof layDownLeadership>) {
    await this.takeLeadership.layDown(actor, params.communityId, params.leadership);
    return this.views.of(actor.personId, params.communityId);
  }

  @Endpoint(closeCommunity)
  async close(actor: Actor, { params }: InputOf<typeof closeCommunity>) {
    await this.closeCommunity.run(actor, params.communityId);
    return this.views.of(actor.personId, params.communityId);
  }

  @Endpoint(reopenCommunity)
  async reopen(actor: Actor, { params }: InputOf<typeof reopenCommunity>) {
    await this.closeCommunity.reopen(actor, params.communityId);
    return this.views.of(actor.personId, params.communityId);
  }

  @Endpoint(mergeCommunity)
  async merge(actor: Actor, { params, body }: InputOf<typeof mergeCommunity>) {
    await this.closeCommunity.merge(actor, params.communityId, body.intoId);
    return this.views.of(actor.personId, params.communityId);
  }
}
