import { getUnitHistory, listUnits, organisationView, unitView } from '@landbridge/contract/organisation';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';

const unitJson = `json_build_object('id', u.id, 'name', u.name, 'code', u.code, 'hue', u.hue, 'parentId', u.parent_id, 'since', u.since,
     'closedOn', u.closed_on, 'mergedIntoId', u.merged_into_id)`;

/** Parents before children: by depth, then by name. $1 closed ones too */
export const unitTree = jsonQuery(
  'organisation.unit-tree',
  listUnits.response,
  `with recursive tree as (
     select u.id, 0 as depth from units u where parent_id is null
     union all select u.id, depth + 1 from units u join tree on u.parent_id = tree.id)
   select json_build_object('units', coalesce(json_agg(${unitJson} order by tree.depth, lower(u.name)), '[]'))::text as json
   from units u join tree using (id) where $1::boolean or u.closed_on is null`,
);

export const unitById = jsonQuery('organisation.unit', unitView, `select ${unitJson}::text as json from units u where id = $1`);

export const unitByClientId = query(
  'organisation.unit-by-client-id',
  z.object({ id: z.uuid(), name: z.string(), parentId: z.uuid().nullable() }),
  `select id, name, parent_id as "parentId" from units where created_by = $1 and client_id = $2`,
);

export const unitPasts = jsonQuery(
  'organisation.unit-pasts',
  getUnitHistory.response,
  `select json_build_object('history', coalesce(json_agg(past order by changed_at desc), '[]'))::text as json from (
     select changed_at, json_build_object('name', name, 'parentId', parent_id, 'from', from_on, 'until', until_on) as past
     from unit_pasts where unit_id = $1
     union all
     select 'infinity', json_build_object('name', name, 'parentId', parent_id, 'from', since, 'until', closed_on) from units where id = $1
     order by changed_at desc limit 200) as pasts`,
);

const lockedUnitRow = z.object({
  id: z.uuid(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  since: z.string(),
  closedOn: z.string().nullable(),
  mergedIntoId: z.uuid().nullable(),
});
export type LockedUnit = z.output<typeof lockedUnitRow>;

/** The unit, locked until the transaction ends. */
export const lockedUnit = query(
  'organisation.locked-unit',
  lockedUnitRow,
  `select id, name, parent_id as "parentId", since::text, closed_on::text as "closedOn", merged_into_id as "mergedIntoId"
   from units where id = $1 for update`,
);

/** The unit, open until the transaction ends: whoever closes it waits. */
export const openUnit = query(
  'organisation.open-unit',
  z.object({ id: z.uuid() }),
  `select id from units where id = $1 and closed_on is null for key share`,
);

export const openUnitsBelow = query(
  'organisation.open-units-below',
  z.object({ id: z.uuid() }),
  `select id from units where parent_id = $1 and closed_on is null order by id`,
);

/** Nobody else moves a unit until the transaction ends. The one row of the organisation stands for its tree. */
export const lockedTree = query('organisation.locked-tree', z.object({}), `select from organisations for no key update`);

/** Whether $2 is $1 or stands below it. */
export const isBelow = query(
  'organisation.is-below',
  z.object({ below: z.boolean() }),
  `with recursive up as (
     select id, parent_id from units where id = $2
     union all select u.id, u.parent_id from units u join up on u.id = up.parent_id)
   select exists (select 1 from up where id = $1) as below`,
);

export const takenLooks = query(
  'organisation.taken-looks',
  z.object({ codes: z.array(z.string()), hueCounts: z.array(z.object({ hue: z.int(), count: z.int() })) }),
  `select coalesce((select array_agg(lower(code)) from units where closed_on is null), '{}') as codes,
     coalesce((select json_agg(json_build_object('hue', hue, 'count', n)) from (select hue, count(*)::int as n from units group by hue) as used), '[]') as "hueCounts"`,
);

export const organisationNow = query(
  'organisation.now',
  z.object({ name: z.string(), language: z.string(), timeZone: z.string(), today: z.string() }),
  `select name, language, time_zone as "timeZone", (now() at time zone time_zone)::date::text as today from organisations`,
);

/** Every open unit with the names from the top down to it. */
export const unitPaths = query(
  'organisation.unit-paths',
  z.object({ id: z.uuid(), name: z.string(), path: z.array(z.string()) }),
  `with recursive tree as (
     select id, name, array[name] as path from units where parent_id is null and closed_on is null
     union all select u.id, u.name, tree.path || u.name from units u join tree on u.parent_id = tree.id where u.closed_on is null)
   select id, name, path from tree`,
);

const organisationSettings = `select name, language, time_zone as "timeZone", working_days as "workingDays", holidays::text[] as holidays, version
   from organisations`;
export const organisationFacts = query('organisation.settings', organisationView, organisationSettings);
export const lockedOrganisation = query('organisation.locked-settings', organisationView, `${organisationSettings} for update`);
