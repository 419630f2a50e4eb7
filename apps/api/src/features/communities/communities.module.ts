import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.ts';
import { AskToJoin } from './ask-to-join.ts';
import { ChangeMembership } from './change-membership.ts';
import { CloseCommunity } from './close-community.ts';
import { CommunitiesController } from './communities.controller.ts';
import { CommunityAccess } from './community.access.ts';
import { CommunityRequests } from './community-requests.ts';
import { CommunityRooms } from './community-rooms.ts';
import { CommunityViews } from './community-views.ts';
import { CreateCommunity } from './create-community.ts';
import { DecideRequest } from './decide-request.ts';
import { EditCommunity } from './edit-community.ts';
import { ImperativesController } from './imperatives.controller.ts';
import { LeadershipController } from './leadership.controller.ts';
import { Membership } from './membership.ts';
import { NameImperative } from './name-imperative.ts';
import { RequestsController } from './requests.controller.ts';
import { TakeLeadership } from './take-leadership.ts';

@Module({
  imports: [PeopleModule],
  controllers: [CommunitiesController, ImperativesController, LeadershipController, RequestsController],
  providers: [
    AskToJoin,
    ChangeMembership,
    CloseCommunity,
    CommunityAccess,
    CommunityRequests,
    CommunityRooms,
    CommunityViews,
    CreateCommunity,
    DecideRequest,
    EditCommunity,
    Membership,
    NameImperative,
    TakeLeadership,
  ],
  exports: [CommunityAccess, Membership],
})
export class CommunitiesModule {}
