import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { renderMarkdown, rendererVersion } from '../threads/index.ts';
import type { Batch } from './batch.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { firstWords, linksToOurs } from './markdown-links.ts';

const nothing = z.object({});

/** Who leads a community stands for what nobody is named for. */
const leaderOf = (community: string): string =>
  `(select m.person_id from community_members m where m.community_id = ${community} order by array_position(array['convener', 'steward', 'sponsor', 'member'], m.role),
     m.joined_at, m.person_id limit 1)`;

const session = `jsonb_to_recordset($1::jsonb) as r(n int, id uuid, community uuid, title text, at timestamptz, minutes int, attendees uuid[])`;

const writeSessions = query(
  'import.write-sessions',
  nothing,
  `insert into sessions (id, community_id, title, at, minutes, created_by, client_id, created_at)
   select id, community, title, at, coalesce(minutes, 60), coalesce(${leaderOf('community')}, attendees[1]), id, at from ${session} order by n`,
);

/** Ties of a meeting belong to the units of then. */
const writeAttendees = query(
  'import.write-attendees',
  nothing,
  `insert into session_people (session_id, person_id, is_coming, took_part, unit_id, recorded_at)
   select r.id, person, true, true, (select um.unit_id from unit_memberships um where um.person_id = person and um.from_on <= r.at::date
     and (um.until_on is null or um.until_on > r.at::date) order by um.from_on desc limit 1), r.at
   from ${session} cross join unnest(r.attendees) as person on conflict do nothing`,
);

const artifact = `jsonb_to_recordset($1::jsonb) as r(n int, id uuid, title text, markdown text, html text, excerpt text, "namedIds" uuid[], author uuid,
  communities uuid[], issue uuid, message uuid, at timestamptz)`;
const author = `coalesce(r.author, ${leaderOf('r.communities[1]')})`;

const writeArtifacts = query(
  'import.write-artifacts',
  nothing,
  `insert into artifacts (id, title, markdown, html, renderer, excerpt, author_id, named_ids, from_issue_id, from_message_id, client_id, created_at, changed_at)
   select id, title, markdown, html, $2, excerpt, ${author}, "namedIds", issue, message, id, at, at from ${artifact} order by n`,
);
const writeFirstVersions = query(
  'import.write-first-versions',
  nothing,
  `insert into artifact_versions (artifact_id, version, title, markdown, html, written_by, written_at)
   select id, 1, title, markdown, html, ${author}, at from ${artifact}`,
);
const writeHomes = query(
  'import.write-homes',
  nothing,
  `insert into artifact_communities (artifact_id, community_id) select r.id, community from ${artifact} cross join unnest(r.communities) as community
   on conflict do nothing`,
);

/** Sessions and who took part, artifacts and their homes. */
@Injectable()
export class WriteKeepsakes {
  async run(tx: Tx, batch: Batch): Promise<void> {
    const sessions = batch.of('session').map(({ number, id, line }) => {
      const attendees = (line.attendees ?? []).map((person) => batch.ours('person', person));
      return { ...line, n: number, id, community: batch.ours('community', line.community), attendees };
    });
    if (sessions.length > 0) {
      const rows = JSON.stringify(sessions);
      await tx.rows(writeSessions, [rows]);
      await tx.rows(writeAttendees, [rows]);
    }
    const artifacts = batch.of('artifact').map(({ number, id, line }) => ({
      ...written(batch, line),
      n: number,
      id,
      title: line.title,
      at: line.at,
      author: batch.ours('person', line.author),
      communities: (line.communities ?? []).map((community) => batch.ours('community', community)),
      issue: batch.ours('issue', line.from),
      message: batch.ours('issue', line.from) === null ? batch.ours('message', line.from) : null,
    }));
    if (artifacts.length === 0) return;
    const rows = JSON.stringify(artifacts);
    await tx.rows(writeArtifacts, [rows, rendererVersion]);
    await tx.rows(writeFirstVersions, [rows]);
    await tx.rows(writeHomes, [rows]);
  }
}

const written = (batch: Batch, { body, format }: { readonly body: string; readonly format?: string }) => {
  const names = {
    person: () => null,
    personById: (id: string) => batch.ours('person', id),
    message: (id: string) => batch.ours('message', id),
  };
  const markdown = (format === 'html' ? htmlToMarkdown(body, names) : linksToOurs(body, names)) || '…';
  const { html, mentionIds } = renderMarkdown(markdown);
  return { markdown, html, excerpt: firstWords(markdown), namedIds: mentionIds };
};
