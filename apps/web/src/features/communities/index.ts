export { useMyCommunities } from './use-community.ts';
