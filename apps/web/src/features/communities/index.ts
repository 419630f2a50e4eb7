export { useIsMember, useMyCommunities } from './use-community.ts';
