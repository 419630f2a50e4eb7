import { listSignIns, meView, preferences } from '@landbridge/contract/identity';
import { personId, signInId } from '@landbridge/contract';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';

export const signInByToken = query(
  'identity.sign-in-by-token',
  z.object({ signInId, personId, isAdministrator: z.boolean(), expiresAt: z.date(), seenAt: z.date() }),
  `select s.id as "signInId", p.id as "personId", p.is_administrator as "isAdministrator", s.expires_at as "expiresAt", s.seen_at as "seenAt"
   from sign_ins s join people p on p.id = s.person_id
   where s.token_hash = $1 and s.expires_at > $2 and p.deactivated_at is null`,
);

export const me = jsonQuery(
  'identity.me',
  meView,
  `select json_build_object(
     'person', pp.summary, 'email', coalesce(p.email, ''), 'isAdministrator', p.is_administrator,
     'preferences', json_build_object('theme', p.theme, 'hasKeys', p.has_keys, 'showsPresence', p.shows_presence),
     'organisation', json_build_object('name', o.name, 'language', o.language, 'timeZone', o.time_zone))::text as json
   from people p join present_people pp on pp.id = p.id cross join organisations o where p.id = $1`,
);

export const personByEmail = query(
  'identity.person-by-email',
  z.object({ id: personId, name: z.string(), email: z.string(), passwordHash: z.string().nullable() }),
  `select id, name, email, password_hash as "passwordHash" from people where email = $1 and deactivated_at is null`,
);

export const personById = query(
  'identity.person',
  z.object({ id: personId, name: z.string(), email: z.string(), passwordHash: z.string().nullable() }),
  `select id, name, coalesce(email, '') as email, password_hash as "passwordHash" from people where id = $1`,
);

export const usableLink = query(
  'identity.usable-link',
  z.object({
    id: z.uuid(),
    personId,
    purpose: z.enum(['invitation', 'password-reset', 'sign-in']),
    name: z.string(),
    email: z.string(),
    organisationName: z.string(),
    expiresAt: z.date(),
  }),
  `select l.id, l.person_id as "personId", l.purpose, p.name, coalesce(p.email, '') as email, o.name as "organisationName", l.expires_at as "expiresAt"
   from single_use_links l join people p on p.id = l.person_id cross join organisations o
   where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and p.deactivated_at is null`,
);

export const signInsOf = jsonQuery(
  'identity.sign-ins',
  listSignIns.response,
  `select json_build_object('signIns', coalesce(json_agg(json_build_object('id', id, 'device', device, 'address', address,
     'signedInAt', iso(signed_in_at), 'seenAt', iso(seen_at), 'expiresAt', iso(expires_at), 'isCurrent', id = $2) order by signed_in_at desc), '[]'))::text as json
   from (select * from sign_ins where person_id = $1 and expires_at > $3 order by signed_in_at desc limit 100) as recent`,
);

export const otherSignIns = query(
  'identity.other-sign-ins',
  z.object({ id: signInId }),
  `select id from sign_ins where person_id = $1 and id is distinct from $2`,
);

/** A history may have come in before anybody can sign in: without an administrator the first page is still open. */
export const setupState = query(
  'identity.setup-state',
  z.object({ isSetUp: z.boolean(), isDemo: z.boolean(), organisationName: z.string().nullable() }),
  `select o.is_demo is true or exists (select 1 from people where is_administrator and email is not null and deactivated_at is null) as "isSetUp",
     o.is_demo is true as "isDemo", o.name as "organisationName" from (values (1)) as one left join organisations o on true`,
);

export const preferencesOf = query(
  'identity.preferences',
  preferences,
  `select theme, has_keys as "hasKeys", shows_presence as "showsPresence" from people where id = $1`,
);
