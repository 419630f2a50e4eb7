import { query } from '../../platform/database/query.ts';
import { readableNotice } from './notice.access.ts';
import { concern } from './notice-writes.queries.ts';

interface Told {
  readonly person: string;
  readonly kind: string;
  readonly thread?: string;
  readonly community?: string;
  readonly session?: string;
  readonly source: string;
  readonly by: string;
  readonly byUnit?: string;
  readonly position?: string;
  /** Of several reasons for the same person the lowest is told. */
  readonly rank?: number;
}

const unitNow = (person: string) => `(select um.unit_id from unit_memberships um where um.person_id = ${person} and um.until_on is null)`;

/** One select of a query of `concerns`: whom it is told, why and by whom, each as SQL. */
export const told = (
  { person, kind, thread, community, session, source, by, byUnit, position = '0', rank = 1 }: Told,
  from: string,
): string =>
  `select ${person} as person_id, ${kind} as kind, ${thread ?? 'null::uuid'} as thread_id, ${community ?? 'null::uuid'} as community_id,
     ${session ?? 'null::uuid'} as session_id, ${source} as source_id, ${by} as by_id, ${byUnit ?? unitNow(by)} as by_unit_id, ${position} as position, ${rank} as rank
   ${from}`;

/**
 * Whom something concerns: nobody is told of what they did themselves, of a thread that they muted, of a kind that they turned off, or of what
 * they may not read at this moment.
 */
export const concerns = (name: string, ...selects: readonly string[]) =>
  query(
    `notices.of-${name}`,
    concern,
    `select distinct on (told.person_id) told.person_id as "personId", told.thread_id as "threadId", told.community_id as "communityId",
       told.session_id as "sessionId", told.kind, told.source_id as "sourceId", told.by_id as "byId", told.by_unit_id as "byUnitId",
       told.position::int as position, told.position > 0 and coalesce(mark.read_position, 0) >= told.position as "isRead"
     from (${selects.join(' union all ')}) as told
     join people p on p.id = told.person_id and p.deactivated_at is null
     left join read_marks mark on mark.person_id = told.person_id and mark.thread_id = told.thread_id
     where told.person_id is distinct from told.by_id and coalesce(mark.follows, 'none') <> 'muted'
       and not exists (select 1 from notice_kinds_off turned where turned.person_id = told.person_id and turned.kind = told.kind)
       and ${readableNotice('told', 'told.person_id')}
     order by told.person_id, told.rank`,
  );
