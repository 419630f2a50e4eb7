import type { LeadershipRole, MemberRole } from '@landbridge/contract/communities';
import { text } from './texts.ts';

/** What a role in a community is called. */
export const roleName = (role: MemberRole | LeadershipRole): string => text(`role.${role}`);
