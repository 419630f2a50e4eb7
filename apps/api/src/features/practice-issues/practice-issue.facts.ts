import { communityId, fileId, issueId, messageId, personId } from '@landbridge/contract';
import { memberRole, visibility } from '@landbridge/contract/communities';
import { fileViews } from '@landbridge/contract/files';
import { issueFacts, issueKind, issueRow, issueState } from '@landbridge/contract/practice-issues';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { readableCommunity } from '../communities/index.ts';
import { issueFactsJson, issueJoins, issueRowJson } from './issue.json.ts';

/** How a person stands to an issue, and what a verb needs to know of it. */
const standing = z.object({
  id: issueId,
  communityId,
  visibility,
  role: memberRole.nullable(),
  isEnded: z.boolean(),
  askerId: personId,
  isAskerDeactivated: z.boolean(),
  version: z.int(),
  title: z.string(),
  situation: z.string(),
  tried: z.string(),
  stakes: z.string(),
  kind: issueKind,
  tags: z.array(z.string()),
  isUrgent: z.boolean(),
  namedIds: z.array(personId),
  files: fileViews,
  state: issueState,
  stateBeforeArchive: issueState.exclude(['archived']).nullable(),
  helpedCount: z.int(),
  outcome: z.string(),
  outcomeBefore: z.string(),
  outcomeAfter: z.string(),
  answeredAt: z.date().nullable(),
  outcomeAskedAt: z.date().nullable(),
});
export type IssueStanding = z.output<typeof standing>;

/** $1 issue, $2 actor */
export const issueStanding = query(
  'issues.standing',
  standing,
  `select i.id, i.community_id as "communityId", c.visibility, cm.role, c.closed_at is not null as "isEnded", i.asker_id as "askerId",
     asker.deactivated_at is not null as "isAskerDeactivated", i.version, i.title, i.situation, i.tried, i.stakes, i.kind, i.tags,
     i.is_urgent as "isUrgent", i.named_ids as "namedIds", i.files, i.state, i.state_before_archive as "stateBeforeArchive",
     (select count(*)::int from issue_helps h where h.issue_id = i.id) as "helpedCount",
     i.outcome, i.outcome_before as "outcomeBefore", i.outcome_after as "outcomeAfter", i.answered_at as "answeredAt",
     i.outcome_asked_at as "outcomeAskedAt"
   from practice_issues i join communities c on c.id = i.community_id join people asker on asker.id = i.asker_id
   left join community_members cm on cm.community_id = c.id and cm.person_id = $2 where i.id = $1`,
);

/** What is told and shown of an issue, to everybody who reads it. $1 issue */
export const issueTelling = query(
  'issues.telling',
  z.object({ issue: issueFacts, row: issueRow }),
  `select ${issueFactsJson} as issue, json_build_object(${issueRowJson}) as row from practice_issues i ${issueJoins} where i.id = $1`,
);

/** $1 asker, $2 client id */
export const issueByClientId = query(
  'issues.by-client-id',
  z.object({ id: issueId, communityId, title: z.string(), situation: z.string() }),
  `select id, community_id as "communityId", title, situation from practice_issues where asker_id = $1 and client_id = $2`,
);

/** The next number in community $1, which is locked. */
export const nextIssueNumber = query(
  'issues.next-number',
  z.object({ number: z.int() }),
  `update communities set last_issue_number = last_issue_number + 1 where id = $1 returning last_issue_number as number`,
);

/** Those of $1 (people) who read community $2. */
export const readersAmong = query(
  'issues.readers-among',
  z.object({ id: personId }),
  `select p.id from people p join communities c on c.id = $2
   where p.id = any($1::uuid[]) and p.deactivated_at is null and ${readableCommunity('c', 'p.id')}`,
);

export const messagePlace = query(
  'issues.message-place',
  z.object({ threadId: z.uuid(), authorId: personId, isDeleted: z.boolean(), isHidden: z.boolean() }),
  `select thread_id as "threadId", author_id as "authorId", deleted_at is not null as "isDeleted", hidden_at is not null as "isHidden" from messages where id = $1`,
);

/** Whether message $2 is marked in issue $1. */
export const isMarked = query(
  'issues.is-marked',
  z.object({ messageId }),
  `select message_id as "messageId" from issue_helps where issue_id = $1 and message_id = $2`,
);

/** Of files $1, those on an issue that $2 may read. */
export const issueFilesReadable = query(
  'issues.files-readable',
  z.object({ id: fileId }),
  `select f.file_id as id from issue_files f join practice_issues i on i.id = f.issue_id join communities c on c.id = i.community_id
   where f.file_id = any($1::uuid[]) and ${readableCommunity('c', '$2')}`,
);
