import { Module } from '@nestjs/common';
import { ChangeMembership } from './change-membership.ts';
import { CommunitiesController } from './communities.controller.ts';
import { CommunityAccess } from './community.access.ts';
import { CommunityRooms } from './community-rooms.ts';
import { CreateCommunity } from './create-community.ts';
import { EditCommunity } from './edit-community.ts';
import { Membership } from './membership.ts';

@Module({
  controllers: [CommunitiesController],
  providers: [ChangeMembership, CommunityAccess, CommunityRooms, CreateCommunity, EditCommunity, Membership],
  exports: [CommunityAccess, Membership],
})
export class CommunitiesModule {}
