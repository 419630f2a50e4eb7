import { readableCommunity } from '../communities/index.ts';
import { communityJson, readableThread } from '../threads/index.ts';

/** Whether `viewer` reads one of the homes of artifact `a`: the twin of `artifactAbilities(…).read`, for lists. */
export const readableArtifact = (viewer: string): string => `exists (
  select 1 from artifact_communities home join communities c on c.id = home.community_id
  where home.artifact_id = a.id and ${readableCommunity('c', viewer)})`;

/** The homes of artifact `a` that the viewer reads: the others are nobody's business. */
const homesJson = (viewer: string) => `(
  select coalesce(json_agg(${communityJson} order by lower(c.name), c.id), '[]')
  from artifact_communities home join communities c on c.id = home.community_id
  where home.artifact_id = a.id and ${readableCommunity('c', viewer)})`;

/** An artifact `a` in a list, for this viewer; needs `artifactJoins`. */
export const artifactRowJson = (viewer: string) => `
  'id', a.id, 'title', a.title, 'excerpt', a.excerpt, 'version', a.version, 'author', author.summary, 'homes', ${homesJson(viewer)},
  'fileCount', jsonb_array_length(a.files),
  'createdAt', iso(a.created_at), 'changedAt', iso(a.changed_at)`;

export const artifactJoins = 'join present_people author on author.id = a.author_id';

const keptFromJson = (viewer: string) => `coalesce(
  (select json_build_object('kind', 'issue', 'issueId', i.id, 'title', i.title)
   from practice_issues i join communities c on c.id = i.community_id where i.id = a.from_issue_id and ${readableCommunity('c', viewer)}),
  (select json_build_object('kind', 'message', 'messageId', m.id, 'title', t.title)
   from messages m join threads t on t.id = m.thread_id
   where m.id = a.from_message_id and m.deleted_at is null and ${readableThread('t', viewer)}))`;

/** The whole artifact `a` for this viewer; needs `artifactJoins`. */
export const artifactViewJson = (viewer: string) => `json_build_object(${artifactRowJson(viewer)},
  'markdown', a.markdown, 'html', a.html, 'files', a.files, 'keptFrom', ${keptFromJson(viewer)},
  'named', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.id), '[]') from people p where p.id = any(a.named_ids)))`;
