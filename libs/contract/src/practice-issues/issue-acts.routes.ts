import { z } from 'zod';
import { fileIds } from '../files/file.schemas.ts';
import { clientId, communityId, issueId, messageId } from '../ids.ts';
import { version } from '../primitives.ts';
import { route } from '../route.ts';
import {
  issueFigure,
  issueKind,
  issueOutcome,
  issueSituation,
  issueStakes,
  issueStep,
  issueTags,
  issueTitle,
  issueTried,
  issueView,
} from './practice-issue.schemas.ts';

const inIssue = z.object({ issueId });

const inMessage = z.object({ issueId, messageId });

export const postIssue = route({
  name: 'postIssue',
  summary: 'Post a practice issue in a community. In an open community this joins it.',
  method: 'POST',
  path: '/api/communities/:communityId/issues',
  access: 'signed-in',
  rate: 'posting',
  params: z.object({ communityId }),
  body: z.strictObject({
    clientId,
    title: issueTitle,
    situation: issueSituation,
    tried: issueTried.default(''),
    stakes: issueStakes.default(''),
    kind: issueKind.default('problem-solving'),
    tags: issueTags.default([]),
    isUrgent: z.boolean().default(false),
    fileIds: fileIds.default([]),
  }),
  response: issueView,
  status: 201,
  problems: [
    'file.not-attachable',
    'community.not-found',
    'community.ask-first',
    'community.ended',
    'client-id.reused',
    'issue.urgent-needs-stakes',
    'issue.quotes-message',
    'message.unknown-mention',
  ],
});

export const editIssue = route({
  name: 'editIssue',
  summary: 'Change texts, kind, tags or urgency. `version` is the one you worked on.',
  method: 'PATCH',
  path: '/api/issues/:issueId',
  access: 'signed-in',
  rate: 'writing',
  params: inIssue,
  body: z.strictObject({
    version,
    title: issueTitle.optional(),
    situation: issueSituation.optional(),
    tried: issueTried.optional(),
    stakes: issueStakes.optional(),
    kind: issueKind.optional(),
    tags: issueTags.optional(),
    isUrgent: z.boolean().optional(),
    /** Of the situation; left out, they stay. */
    fileIds: fileIds.optional(),
  }),
  response: issueView,
  problems: [
    'file.not-attachable',
    'issue.not-found',
    'issue.not-allowed',
    'community.ended',
    'issue.urgent-needs-stakes',
    'issue.quotes-message',
    'message.unknown-mention',
    'version.stale',
  ],
});

export const takeIssueStep = route({
  name: 'takeIssueStep',
  summary: 'Say that it is tried, that nothing of it was used, reopen it, put it into the archive or bring it back. Again changes nothing.',
  method: 'POST',
  path: '/api/issues/:issueId/steps',
  access: 'signed-in',
  rate: 'writing',
  params: inIssue,
  body: z.strictObject({ step: issueStep.extract(['try', 'not-use', 'reopen', 'archive', 'bring-back']) }),
  response: issueView,
  status: 200,
  problems: ['issue.not-found', 'issue.not-allowed', 'community.ended', 'issue.not-now'],
});

export const tellOutcome = route({
  name: 'tellOutcome',
  summary: 'Tell what changed, with figures before and after where there are any. Told again, it replaces what was told.',
  method: 'PUT',
  path: '/api/issues/:issueId/outcome',
  access: 'signed-in',
  rate: 'writing',
  params: inIssue,
  body: z.strictObject({ version, markdown: issueOutcome, before: issueFigure.default(''), after: issueFigure.default('') }),
  response: issueView,
  problems: [
    'issue.not-found',
    'issue.not-allowed',
    'community.ended',
    'issue.not-now',
    'issue.quotes-message',
    'message.unknown-mention',
    'version.stale',
  ],
});

export const markHelped = route({
  name: 'markHelped',
  summary: 'Say that a message of the conversation is what helped; several may be.',
  method: 'PUT',
  path: '/api/issues/:issueId/helped/:messageId',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  response: issueView,
  problems: [
    'issue.not-found',
    'issue.not-allowed',
    'community.ended',
    'issue.not-now',
    'issue.too-many-helped',
    'message.not-found',
    'message.deleted',
    'message.hidden',
  ],
});

export const unmarkHelped = route({
  name: 'unmarkHelped',
  summary: 'Take back that a message is what helped. Without any, an answered issue is open again.',
  method: 'DELETE',
  path: '/api/issues/:issueId/helped/:messageId',
  access: 'signed-in',
  rate: 'writing',
  params: inMessage,
  response: issueView,
  problems: ['issue.not-found', 'issue.not-allowed', 'community.ended', 'issue.not-now'],
});
