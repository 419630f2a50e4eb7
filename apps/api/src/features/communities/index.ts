export * as communityHappenings from './communities.happenings.ts';
export { CommunitiesModule } from './communities.module.ts';
export { CommunityAccess, readableCommunity, visibleCommunity, type CommunityStanding } from './community.access.ts';
export { CommunityMember } from './community-member.entity.ts';
export { Community } from './community.entity.ts';
export { communityRoom } from './community.rooms.ts';
export { Membership } from './membership.ts';
