import { readableCommunity } from '../communities/index.ts';

/**
 * Whether `viewer` was invited to the cross-unit thread: added by name, or at this moment in an invited unit or one below it.
 * `thread` is a row of threads, `viewer` a parameter or column that holds the person's id.
 */
export const invitedToThread = (thread: string, viewer: string): string =>
  `(exists (select 1 from thread_people added where added.thread_id = ${thread}.id and added.person_id = ${viewer})
    or exists (select 1 from thread_units invited where invited.thread_id = ${thread}.id and invited.unit_id = any ((select units_of(${viewer}))::uuid[])))`;

/** The read rule in SQL, for lists: the twin of `threadAbilities(…).read`, proved equal by a property test. */
export const readableThread = (thread: string, viewer: string): string =>
  `(case when ${thread}.community_id is null
     then ${thread}.convener_id = ${viewer} or ${invitedToThread(thread, viewer)}
     else exists (select 1 from communities home where home.id = ${thread}.community_id and ${readableCommunity('home', viewer)}) end)`;

/** Who looks after what is said in a thread that they may read, in SQL: the twin of `threadAbilities(…).moderate`. */
export const moderatedThread = (thread: string, viewer: string): string =>
  `(case when ${thread}.community_id is null then ${thread}.convener_id = ${viewer}
     else exists (select 1 from community_members leader
       where leader.community_id = ${thread}.community_id and leader.person_id = ${viewer} and leader.role in ('convener', 'steward')) end)`;
