import { communityId, imperativeId, personId } from '@landbridge/contract';
import { imperativeView } from '@landbridge/contract/communities';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { visibleCommunity } from './community.access.ts';

const ownerJson = `(select json_build_object('id', o.id, 'name', o.name) from people o where o.id = i.owner_id)`;

/** What a community serves, as JSON for its page. */
export const servedBy = (community: string): string =>
  `coalesce((select json_agg(json_build_object('id', i.id, 'name', i.name, 'owner', ${ownerJson}) order by s.place)
     from community_imperatives s join imperatives i on i.id = s.imperative_id where s.community_id = ${community}.id), '[]')`;

/** $1 viewer: communities that they cannot see do not count. */
const columns = `i.id, i.name, ${ownerJson} as owner, i.version, iso(i.closed_at) as "closedAt",
     (select count(*)::int from community_imperatives s join communities c on c.id = s.community_id
      where s.imperative_id = i.id and ${visibleCommunity('c', '$1')}) as "communityCount"`;

/** $1 viewer, $2 only open ones, $3 words, $4 cursor closed, $5 cursor name, $6 cursor id, $7 limit */
export const imperativesPage = query(
  'imperatives.page',
  imperativeView.extend({ sortName: z.string() }),
  `select ${columns}, lower(i.name) as "sortName" from imperatives i
   where (not $2 or i.closed_at is null)
     and ($3 = '' or lower(i.name) like '%' || $3 || '%')
     and ($4::boolean is null or (i.closed_at is not null, lower(i.name), i.id) > ($4, $5, $6::uuid))
   order by i.closed_at is not null, lower(i.name), i.id limit $7`,
);

/** $1 viewer, $2 imperative */
export const imperativeOf = query('imperatives.imperative', imperativeView, `select ${columns} from imperatives i where i.id = $2`);

const stored = z.object({
  id: imperativeId,
  name: z.string(),
  ownerId: personId.nullable(),
  version: z.int(),
  isClosed: z.boolean(),
});
const storedColumns = `id, name, owner_id as "ownerId", version, closed_at is not null as "isClosed"`;

/** The imperative, locked until the transaction ends. */
export const lockedImperative = query('imperatives.locked', stored, `select ${storedColumns} from imperatives where id = $1 for update`);

/** The communities that serve $1, locked until the transaction ends. */
export const lockedServing = query(
  'imperatives.locked-serving',
  z.object({ id: communityId }),
  `select c.id from communities c
   where exists (select 1 from community_imperatives s where s.community_id = c.id and s.imperative_id = $1) order by c.id for update`,
);

export const imperativeByClientId = query(
  'imperatives.by-client-id',
  stored,
  `select ${storedColumns} from imperatives where made_by = $1 and client_id = $2`,
);

/** Those of $1, as they are until the transaction ends: whoever closes one waits. */
export const imperativesAmong = query(
  'imperatives.among',
  stored,
  `select ${storedColumns} from imperatives where id = any($1::uuid[]) order by id for share`,
);

/** The person, if they can sign in. */
export const possibleOwner = query(
  'imperatives.possible-owner',
  z.object({ id: personId }),
  `select id from people where id = $1 and deactivated_at is null`,
);
