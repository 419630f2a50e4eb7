import { auditEntry } from '@landbridge/contract/administration';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';

const unitNamed = (id: string): string => `(select json_build_object('id', u.id, 'name', u.name) from units u where u.id = ${id})`;

/** $1 cursor moment, $2 cursor id, $3 limit */
export const auditPage = query(
  'administration.audit-page',
  z.object({ entry: auditEntry }),
  `select json_build_object('id', a.id, 'at', iso(a.at), 'action', a.action, 'details', a.details - 'unitId',
     'actor', case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end,
     'subject', (select json_build_object('kind', a.subject_kind, 'id', s.id, 'name', s.name) from (
       select id, name from people where a.subject_kind = 'person' and id = a.subject_id
       union all select id, name from units where a.subject_kind = 'unit' and id = a.subject_id
       union all select id, name from imperatives where a.subject_kind = 'imperative' and id = a.subject_id
       union all select id, name from communities where a.subject_kind = 'community' and id = a.subject_id and visibility <> 'private') as s),
     'unit', ${unitNamed(`(a.details ->> 'unitId')::uuid`)}) as entry
   from audit_entries a left join people p on p.id = a.actor_id
   where ($1::timestamptz is null or (date_trunc('milliseconds', a.at), a.id) < ($1, $2::uuid))
   order by date_trunc('milliseconds', a.at) desc, a.id desc limit $3`,
);
