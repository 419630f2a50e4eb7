import { accountView, organisationRole, personSummary } from '@landbridge/contract/people';
import { personId } from '@landbridge/contract';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';

export const summaryOf = query('people.summary', z.object({ summary: personSummary }), `select summary from present_people where id = $1`);

/** Somebody who can still sign in. */
export const activePerson = query(
  'people.active',
  z.object({ id: personId }),
  `select id from people where id = $1 and deactivated_at is null`,
);

export const personForInvitation = query(
  'people.for-invitation',
  z.object({ id: personId, name: z.string(), email: z.string(), hasPassword: z.boolean() }),
  `select id, name, coalesce(email, '') as email, password_hash is not null as "hasPassword"
   from people where id = $1 and deactivated_at is null for update`,
);

export const personByClientId = query(
  'people.by-client-id',
  z.object({ id: personId, name: z.string(), email: z.string() }),
  `select id, name, coalesce(email, '') as email from people where invited_by = $1 and client_id = $2`,
);

export const presentMembership = query(
  'people.present-membership',
  z.object({ unitId: z.uuid(), fromOn: z.string() }),
  `select unit_id as "unitId", from_on::text as "fromOn" from unit_memberships where person_id = $1 and until_on is null for update`,
);

/** `p` is the person's row. */
const rolesOf = `array_remove(array[case when p.is_administrator then 'administrator' end, case when p.is_observer then 'observer' end,
     case when p.is_training_department then 'training-department' end], null)`;

const accountJson = `json_build_object('person', pp.summary, 'email', coalesce(p.email, ''), 'isActive', p.deactivated_at is null,
     'hasPassword', p.password_hash is not null, 'roles', ${rolesOf},
     'manages', coalesce((
       select json_agg(json_build_object('id', u.id, 'name', u.name) order by lower(u.name))
       from unit_managers m join units u on u.id = m.unit_id where m.person_id = p.id and m.until_on is null), '[]'))`;

export const accountOf = jsonQuery(
  'people.account',
  accountView,
  `select ${accountJson}::text as json from people p join present_people pp on pp.id = p.id where p.id = $1`,
);

/** $1 beginning of any part of the name or of the address (lower case, LIKE-escaped), $2 active ones, $3 cursor name, $4 cursor id, $5 limit */
export const accountsPage = query(
  'people.accounts-page',
  z.object({ account: accountView, sortName: z.string() }),
  `select ${accountJson} as account, lower(p.name) as "sortName"
   from people p join present_people pp on pp.id = p.id
   where (p.deactivated_at is null) = $2::boolean
     and ($1 = '' or lower(p.name) like $1 || '%' or lower(p.name) like '% ' || $1 || '%' or p.email like $1 || '%')
     and ($3::text is null or (lower(p.name), p.id) > ($3, $4::uuid))
   order by lower(p.name), p.id limit $5`,
);

/** The account, locked until the transaction ends: nobody begins a sign-in for it meanwhile, as that refers to its row. */
export const lockedAccount = query(
  'people.locked-account',
  z.object({ id: personId, name: z.string(), isActive: z.boolean(), roles: z.array(organisationRole) }),
  `select p.id, p.name, p.deactivated_at is null as "isActive", ${rolesOf} as roles from people p where p.id = $1 for update`,
);

/** Changes of who is administrator take turns, so that two cannot each leave the other as the last. */
export const lockedAdministrators = query('people.locked-administrators', z.object({}), `select from organisations for no key update`);

export const administratorCount = query(
  'people.administrator-count',
  z.object({ count: z.int() }),
  `select count(*)::int as count from people where is_administrator and deactivated_at is null`,
);

export const presentManager = query(
  'people.present-manager',
  z.object({ id: z.uuid() }),
  `select id from unit_managers where unit_id = $1 and person_id = $2 and until_on is null`,
);

export const activeInUnit = query(
  'people.active-in-unit',
  z.object({ id: personId }),
  `select p.id from unit_memberships um join people p on p.id = um.person_id
   where um.unit_id = $1 and um.until_on is null and p.deactivated_at is null limit 1`,
);

/** Whoever came to unit $1 today ($3) has been in $2 from the beginning: there is one membership for a day. */
export const moveNewcomers = query(
  'people.move-newcomers',
  z.object({}),
  `update unit_memberships set unit_id = $2 where unit_id = $1 and until_on is null and from_on = $3::date`,
);

/** Ends the present memberships of unit $1 on the day $3, and begins one in $2 for each. */
export const movePeople = query(
  'people.move-people',
  z.object({}),
  `with moved as (update unit_memberships set until_on = $3::date where unit_id = $1 and until_on is null returning person_id)
   insert into unit_memberships (person_id, unit_id, from_on) select person_id, $2, $3::date from moved`,
);

/** Those of $1 (addresses) that somebody has, whether or not their account is open. */
export const knownAddresses = query(
  'people.known-addresses',
  z.object({ email: z.string() }),
  `select email from people where email = any($1::text[])`,
);
