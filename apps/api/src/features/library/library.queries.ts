import { artifactList, artifactVersionRow, artifactVersionView, artifactView } from '@landbridge/contract/library';
import { z } from 'zod';
import { jsonQuery, query } from '../../platform/database/query.ts';
import { artifactJoins, artifactRowJson, artifactViewJson, readableArtifact } from './artifact.json.ts';

/** $1 artifact, $2 viewer. The caller has asked for the right to read. */
export const artifactPage = query(
  'library.artifact',
  z.object({ artifact: artifactView.omit({ can: true }) }),
  `select ${artifactViewJson('$2')} as artifact from artifacts a ${artifactJoins} where a.id = $1`,
);

/** Artifacts that the viewer reads and that these words pick, from the cursor on. */
const picked = (words: string) => `
  select a.id, a.changed_at from artifacts a
  where ${words} and ${readableArtifact('$1')}
    and ($2::uuid is null or exists (select 1 from artifact_communities only_in where only_in.artifact_id = a.id and only_in.community_id = $2))
    and ($3::timestamptz is null or (a.changed_at, a.id) < ($3, $4::uuid))
  order by a.changed_at desc, a.id desc`;

const listOf = (name: string, found: string) =>
  jsonQuery(
    name,
    artifactList,
    `with ${found},
     page as (select * from found order by changed_at desc, id desc limit $5::int)
     select json_build_object('artifacts', (
         select coalesce(json_agg(json_build_object(${artifactRowJson('$1')}) order by a.changed_at desc, a.id desc), '[]')
         from page join artifacts a on a.id = page.id ${artifactJoins}),
       'nextCursor', case when (select count(*) from found) > $5::int then (
         select translate(encode(convert_to(json_build_array(iso(changed_at), id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
         from page order by changed_at, id limit 1) end)::text as json`,
  );

/** $1 viewer, $2 community or null, $3 cursor time, $4 cursor id, $5 limit */
export const artifactsPage = listOf('library.artifacts', `found as (${picked('true')} limit $5::int + 1)`);

const spelled = `(a.words @@ to_tsquery('simple', $6) or lower(a.title) like '%' || $8 || '%')`;

/**
 * The same for words: all of them anywhere, as beginnings, or in the title as they stand. Only where that finds nothing, one page of
 * titles that are spelled alike: comparing spellings costs ten times as much.
 * $6 words as a text query, $7 words in small letters, $8 the same, LIKE-escaped
 */
export const artifactsFound = listOf(
  'library.artifacts-found',
  `spelled as materialized (${picked(spelled)} limit $5::int + 1),
   alike as (${picked(`$3::timestamptz is null and not exists (select 1 from spelled) and $7 <% lower(a.title)`)} limit $5::int),
   found as materialized (select * from spelled union all select * from alike)`,
);

const versionJoin = 'join present_people writer on writer.id = v.written_by';
const versionColumns = 'v.version, v.title, writer.summary as "writtenBy", iso(v.written_at) as "writtenAt"';

/** $1 artifact, $2 cursor version, $3 limit */
export const artifactVersions = query(
  'library.versions',
  artifactVersionRow,
  `select ${versionColumns} from artifact_versions v ${versionJoin}
   where v.artifact_id = $1 and ($2::int is null or v.version < $2) order by v.version desc limit $3`,
);

/** $1 artifact, $2 version */
export const artifactVersionPage = query(
  'library.version',
  artifactVersionView,
  `select ${versionColumns}, v.markdown, v.files from artifact_versions v ${versionJoin} where v.artifact_id = $1 and v.version = $2`,
);
