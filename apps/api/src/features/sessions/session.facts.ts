import { communityId, sessionId, unitId } from '@landbridge/contract';
import { memberRole, visibility } from '@landbridge/contract/communities';
import { sessionFacts } from '@landbridge/contract/sessions';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { sessionFactsJson } from './session.json.ts';

/** How a person stands to a session, and what a verb needs to know of it. */
const standing = z.object({
  id: sessionId,
  communityId,
  visibility,
  role: memberRole.nullable(),
  isEnded: z.boolean(),
  title: z.string(),
  at: z.string(),
  minutes: z.int(),
  place: z.string(),
  notes: z.string(),
  isCancelled: z.boolean(),
  version: z.int(),
  seq: z.int(),
});
export type SessionStanding = z.output<typeof standing>;

/** $1 session, $2 actor */
export const sessionStanding = query(
  'sessions.standing',
  standing,
  `select s.id, s.community_id as "communityId", c.visibility, cm.role, c.closed_at is not null as "isEnded", s.title, iso(s.at) as at, s.minutes, s.place, s.notes,
     s.cancelled_at is not null as "isCancelled", s.version, s.seq
   from sessions s join communities c on c.id = s.community_id
   left join community_members cm on cm.community_id = c.id and cm.person_id = $2 where s.id = $1`,
);

/** Locks session $1 and keeps its community as it is. */
export const sessionLock = query(
  'sessions.lock',
  z.object({ id: sessionId }),
  `select s.id from sessions s join communities c on c.id = s.community_id where s.id = $1 for update of s for share of c`,
);

/** What is told of session $1, to everybody who reads it. */
export const sessionTelling = query(
  'sessions.telling',
  z.object({ session: sessionFacts }),
  `select ${sessionFactsJson} as session from sessions s join communities c on c.id = s.community_id where s.id = $1`,
);

/** $1 who planned it, $2 client id */
export const sessionByClientId = query(
  'sessions.by-client-id',
  z.object({ id: sessionId, communityId, title: z.string(), at: z.string() }),
  `select id, community_id as "communityId", title, iso(at) as at from sessions where created_by = $1 and client_id = $2`,
);

/** What is known of person $2 and session $1. */
export const ownPart = query(
  'sessions.own-part',
  z.object({ isComing: z.boolean().nullable(), tookPart: z.boolean() }),
  `select is_coming as "isComing", took_part as "tookPart" from session_people where session_id = $1 and person_id = $2`,
);

/** Whether person $2 is a member of community $1, with the unit that they were in on the day of $3; null for none. */
export const memberOnDay = query(
  'sessions.member-on-day',
  z.object({ unitId: unitId.nullable() }),
  `select (select um.unit_id from unit_memberships um where um.person_id = m.person_id and um.from_on <= $3::timestamptz::date
     and (um.until_on is null or um.until_on > $3::timestamptz::date) order by um.from_on desc limit 1) as "unitId"
   from community_members m where m.community_id = $1 and m.person_id = $2`,
);
