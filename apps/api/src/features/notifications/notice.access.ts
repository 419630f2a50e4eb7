import { readableCommunity, visibleCommunity } from '../communities/index.ts';
import { readableThread } from '../threads/index.ts';

/**
 * Whether `viewer` may be told what the row `notice` tells: asked when it is made, and again whenever it is read or counted. Of a community
 * itself those may hear who may know of it; that somebody asks to join is for its leaders.
 * Each is a value looked up by key: for `exists` the planner would rather read all threads once than those of thirty notices.
 */
export const readableNotice = (notice: string, viewer: string): string =>
  `(case
     when ${notice}.thread_id is not null then (
       select ${readableThread('subject', viewer)} from threads subject where subject.id = ${notice}.thread_id)
     when ${notice}.session_id is not null then (
       select ${readableCommunity('subject', viewer)} from sessions meeting join communities subject on subject.id = meeting.community_id
       where meeting.id = ${notice}.session_id)
     else (
       select ${visibleCommunity('subject', viewer)} and (${notice}.kind <> 'asked-to-join' or coalesce((
         select lead.role in ('convener', 'steward') from community_members lead
         where lead.community_id = subject.id and lead.person_id = ${viewer}), false))
       from communities subject where subject.id = ${notice}.community_id) end)`;
