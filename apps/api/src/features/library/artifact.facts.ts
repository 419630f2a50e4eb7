import { artifactId, communityId, fileId } from '@landbridge/contract';
import { fileView, fileViews } from '@landbridge/contract/files';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { readableCommunity } from '../communities/index.ts';
import { readableArtifact } from './artifact.json.ts';

/** How a person stands to an artifact, and what a verb needs to know of it. */
const standing = z.object({
  id: artifactId,
  version: z.int(),
  title: z.string(),
  markdown: z.string(),
  files: fileViews,
  isAuthor: z.boolean(),
  leadsHome: z.boolean(),
  /** Every home of it was closed down. */
  isEnded: z.boolean(),
  /** Homes that the person reads. */
  seenIds: z.array(communityId),
  homeIds: z.array(communityId),
});
export type ArtifactStanding = z.output<typeof standing>;

/** $1 artifact, $2 actor */
export const artifactStanding = query(
  'library.standing',
  standing,
  `select a.id, a.version, a.title, a.markdown, a.files, a.author_id = $2 as "isAuthor",
     coalesce(bool_or(cm.role in ('convener', 'steward')), false) as "leadsHome",
     coalesce(bool_and(c.closed_at is not null) filter (where c.id is not null), false) as "isEnded",
     coalesce(array_agg(c.id order by c.id) filter (where ${readableCommunity('c', '$2')}), '{}') as "seenIds",
     coalesce(array_agg(c.id order by c.id) filter (where c.id is not null), '{}') as "homeIds"
   from artifacts a left join artifact_communities home on home.artifact_id = a.id left join communities c on c.id = home.community_id
   left join community_members cm on cm.community_id = c.id and cm.person_id = $2
   where a.id = $1 group by a.id`,
);

/** Locks artifact $1. */
export const artifactLock = query('library.lock', z.object({ id: artifactId }), 'select id from artifacts where id = $1 for update');

/** $1 author, $2 client id; the files by the ids under which they were asked for. */
export const artifactByClientId = query(
  'library.by-client-id',
  z.object({ id: artifactId, title: z.string(), markdown: z.string(), fileIds: z.array(fileId) }),
  `select a.id, v.title, v.markdown, array(
       select coalesce(af.source_id, af.file_id) from jsonb_array_elements(v.files) with ordinality as shown (file, place)
       join artifact_files af on af.file_id = (shown.file ->> 'id')::uuid order by shown.place) as "fileIds"
   from artifacts a join artifact_versions v on v.artifact_id = a.id and v.version = 1 where a.author_id = $1 and a.client_id = $2`,
);

/** Every file that artifact $1 shows or ever showed, as the version that showed it last knows it. */
export const filesOfArtifact = query(
  'library.files',
  z.object({ file: fileView }),
  `select distinct on (file ->> 'id') file from artifact_versions v cross join jsonb_array_elements(v.files) as file where v.artifact_id = $1`,
);

/** Of files $1, those of artifacts that $2 may read. */
export const artifactFilesReadable = query(
  'library.files-readable',
  z.object({ id: fileId }),
  `select f.file_id as id from artifact_files f join artifacts a on a.id = f.artifact_id
   where f.file_id = any($1::uuid[]) and ${readableArtifact('$2')}`,
);

/** Of communities $1, those that person $2 reads, with whether they belong to them. Locked against their leaving meanwhile. */
export const communitiesOf = query(
  'library.communities',
  z.object({ id: communityId, isMember: z.boolean(), isEnded: z.boolean() }),
  `select c.id, exists (select 1 from community_members m where m.community_id = c.id and m.person_id = $2) as "isMember",
     c.closed_at is not null as "isEnded"
   from communities c where c.id = any($1::uuid[]) and ${readableCommunity('c', '$2')} order by c.id for share of c`,
);
