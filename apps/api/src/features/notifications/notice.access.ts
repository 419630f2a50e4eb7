import { readableCommunity, visibleCommunity } from '../communities/index.ts';
import { readableThread } from '../threads/index.ts';

/**
 * Whether `viewer` may be told what the row `notice` tells: asked when it is made, and again whenever it is read or counted. Of a community
 * itself those may hear who may know of it; that somebody asks to join is for its leaders.
 */
export const readableNotice = (notice: string, viewer: string): string =>
  `(case
     when ${notice}.thread_id is not null then exists (
       select 1 from threads subject where subject.id = ${notice}.thread_id and ${readableThread('subject', viewer)})
     when ${notice}.session_id is not null then exists (
       select 1 from sessions meeting join communities subject on subject.id = meeting.community_id
       where meeting.id = ${notice}.session_id and ${readableCommunity('subject', viewer)})
     else exists (
       select 1 from communities subject where subject.id = ${notice}.community_id and ${visibleCommunity('subject', viewer)})
       and (${notice}.kind <> 'asked-to-join' or exists (
         select 1 from community_members lead where lead.community_id = ${notice}.community_id and lead.person_id = ${viewer}
         and lead.role in ('convener', 'steward'))) end)`;
