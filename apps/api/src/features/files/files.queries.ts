import { fileId, personId } from '@landbridge/contract';
import { fileView } from '@landbridge/contract/files';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';

const viewJson = `json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'byteSize', f.byte_size,
  'width', f.width, 'height', f.height, 'isImage', f.width is not null)`;

/** $1 owner, $2 client id */
export const fileByClientId = query(
  'files.by-client-id',
  z.object({ file: fileView }),
  `select ${viewJson} as file from files f where f.owner_id = $1 and f.client_id = $2`,
);

/** How many files of $1 wait to be attached. */
export const waitingCount = query(
  'files.waiting-count',
  z.object({ count: z.int() }),
  `select count(*)::int as count from files where owner_id = $1 and state = 'waiting'`,
);

/** What is needed to send file $1, whoever asks. */
export const fileFacts = query(
  'files.facts',
  z.object({
    id: fileId,
    ownerId: personId,
    name: z.string(),
    mediaType: z.string(),
    byteSize: z.coerce.number(),
    isWaiting: z.boolean(),
    sha256: z.string(),
    previewSha256: z.string().nullable(),
  }),
  `select id, owner_id as "ownerId", name, media_type as "mediaType", byte_size as "byteSize", state = 'waiting' as "isWaiting",
     sha256, preview_sha256 as "previewSha256" from files where id = $1`,
);

/** Makes those of $1 that wait and belong to $2 kept at $3: a file is taken once, by whoever comes first. */
export const takeFiles = query(
  'files.take',
  z.object({ file: fileView }),
  `update files f set state = 'kept', attached_at = $3 where f.id = any($1::uuid[]) and f.owner_id = $2 and f.state = 'waiting'
   returning ${viewJson} as file`,
);

/** Files $1 once more, as $2 in the same order, for $3 at $4. The caller holds the locks on their hashes. */
export const copyFiles = query(
  'files.copy',
  z.object({ file: fileView }),
  `insert into files as f (id, owner_id, client_id, name, media_type, byte_size, width, height, sha256, preview_sha256, state, created_at, attached_at)
   select copy.id, $3, copy.id, source.name, source.media_type, source.byte_size, source.width, source.height, source.sha256,
     source.preview_sha256, 'kept', $4, $4
   from unnest($1::uuid[], $2::uuid[]) as copy (source_id, id) join files source on source.id = copy.source_id
   returning ${viewJson} as file`,
);

/** The hashes of the bytes of files $1. */
export const hashesOf = query(
  'files.hashes',
  z.object({ hash: z.string() }),
  `select distinct hash from files, unnest(array_remove(array[sha256, preview_sha256], null)) as hash where id = any($1::uuid[])`,
);

const removed = z.object({ id: fileId, hashes: z.array(z.string()) });
const hashes = `array_remove(array[sha256, preview_sha256], null) as hashes`;

export const removeFiles = query('files.remove', removed, `delete from files where id = any($1::uuid[]) returning id, ${hashes}`);

export const removeWaitingFile = query(
  'files.remove-waiting',
  removed,
  `delete from files where id = $1 and state = 'waiting' returning id, ${hashes}`,
);

/** Whoever keeps or removes the bytes of these hashes ($2, sorted) waits here for others who do; $1 tells these locks from others. */
export const lockHashes = query(
  'files.lock-hashes',
  z.object({ count: z.coerce.number() }),
  `select count(*) from (select pg_advisory_xact_lock($1, hashtext(hash)) from unnest($2::text[]) as hash) as locked`,
);

/** Those of $1 (hashes) that no file has. */
export const unusedHashes = query(
  'files.unused-hashes',
  z.object({ hash: z.string() }),
  `select hash from unnest($1::text[]) as hash
   where not exists (select 1 from files where sha256 = hash) and not exists (select 1 from files where preview_sha256 = hash)`,
);
