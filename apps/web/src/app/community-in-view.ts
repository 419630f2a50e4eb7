import { communityId, threadId, type CommunityId } from '@landbridge/contract';
import { readIssue } from '../features/practice-issues/index.ts';
import { readThread } from '../features/threads/index.ts';

/** The community whose page, thread or issue is open: what is posted from there is asked of it. */
export const communityInView = (pathname: string): CommunityId | undefined => {
  const [, place, id = ''] = pathname.split('/');
  if (place === 'communities') return communityId.safeParse(id).data;
  if (place === 'issues') return readIssue(id)?.community.id;
  const thread = place === 'threads' ? threadId.safeParse(id).data : undefined;
  return thread && readThread(thread)?.thread.community?.id;
};
