import { communityJson } from '../threads/index.ts';

const count = (condition: string) => `(select count(*)::int from session_people sp where sp.session_id = s.id and ${condition})`;

/** A session `s` of community `c` as every reader sees it. */
export const sessionFactsJson = `json_build_object(
  'id', s.id, 'community', ${communityJson}, 'title', s.title, 'at', iso(s.at), 'minutes', s.minutes, 'place', s.place, 'notes', s.notes,
  'cancelledAt', iso(s.cancelled_at), 'version', s.version, 'seq', s.seq,
  'comingCount', ${count('sp.is_coming')}, 'notComingCount', ${count('not sp.is_coming')}, 'tookPartCount', ${count('sp.took_part')})::jsonb`;

/** The same with what the viewer said and is; needs `sessionJoins`. */
export const sessionRowJson = `(${sessionFactsJson} || jsonb_build_object(
  'isComing', own.is_coming, 'tookPart', coalesce(own.took_part, false), 'myRole', cm.role))`;

export const sessionJoins = (viewer: string) => `
  join communities c on c.id = s.community_id
  left join community_members cm on cm.community_id = c.id and cm.person_id = ${viewer}
  left join session_people own on own.session_id = s.id and own.person_id = ${viewer}`;
