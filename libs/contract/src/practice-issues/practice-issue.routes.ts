import { z } from 'zod';
import { communityId, issueId, issueViewId, personId } from '../ids.ts';
import { cursor, queryNumber, text } from '../primitives.ts';
import { route } from '../route.ts';
import {
  issueCounts,
  issueFilters,
  issueList,
  issueRow,
  issueView,
  issueViewName,
  lookAlike,
  mostSavedViews,
  savedIssueView,
} from './practice-issue.schemas.ts';

const inIssue = z.object({ issueId });

const inView = z.object({ issueViewId });

export const listIssues = route({
  name: 'listIssues',
  summary: 'Practice issues that are open to you, the last posted first.',
  method: 'GET',
  path: '/api/issues',
  access: 'signed-in',
  rate: 'reading',
  query: issueFilters.extend({ limit: queryNumber(1, 100).default(50), cursor: cursor.optional() }),
  response: issueList,
});

export const countIssues = route({
  name: 'countIssues',
  summary: 'How many issues there are in each state, of those that the other filters leave.',
  method: 'GET',
  path: '/api/issues/counts',
  access: 'signed-in',
  rate: 'reading',
  query: issueFilters.omit({ state: true }),
  response: issueCounts,
});

export const findLookAlikes = route({
  name: 'findLookAlikes',
  summary: 'Up to five issues like the words of a title, the most alike first, with what helped.',
  method: 'GET',
  path: '/api/issues/look-alikes',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({ q: text(160).min(3), except: issueId.optional() }),
  response: z.object({ issues: z.array(lookAlike).max(5) }),
});

export const listIssueTags = route({
  name: 'listIssueTags',
  summary: 'Tags of issues that are open to you, those in use most first. `q` is the beginning of one. Looks at the newest 5,000 issues.',
  method: 'GET',
  path: '/api/issues/tags',
  access: 'signed-in',
  rate: 'reading',
  query: z.strictObject({ q: text(40).default(''), limit: queryNumber(1, 50).default(8) }),
  response: z.object({ tags: z.array(z.string()).max(50) }),
});

export const listIssuesForMe = route({
  name: 'listIssuesForMe',
  summary: 'Up to three open issues of a community that fit you: those that share a topic with your profile, then the newest.',
  method: 'GET',
  path: '/api/communities/:communityId/issues/for-me',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ communityId }),
  response: z.object({ issues: z.array(issueRow).max(3) }),
  problems: ['community.not-found', 'community.ask-first'],
});

export const listHelpedIssues = route({
  name: 'listHelpedIssues',
  summary: 'Issues open to you in which a message of this person helped, the last helped first.',
  method: 'GET',
  path: '/api/people/:personId/helped-issues',
  access: 'signed-in',
  rate: 'reading',
  params: z.object({ personId }),
  query: z.strictObject({ limit: queryNumber(1, 100).default(20), cursor: cursor.optional() }),
  response: issueList,
});

export const getIssue = route({
  name: 'getIssue',
  summary: 'One practice issue. Its conversation is the thread of the same id.',
  method: 'GET',
  path: '/api/issues/:issueId',
  access: 'signed-in',
  rate: 'reading',
  params: inIssue,
  response: issueView,
  problems: ['issue.not-found'],
});

export const listIssueViews = route({
  name: 'listIssueViews',
  summary: 'The filters of the list of issues that you kept, by name.',
  method: 'GET',
  path: '/api/issue-views',
  access: 'signed-in',
  rate: 'reading',
  response: z.object({ views: z.array(savedIssueView).max(mostSavedViews) }),
});

export const saveIssueView = route({
  name: 'saveIssueView',
  summary: 'Keep filters of the list of issues under a name. The same name replaces what was kept under it.',
  method: 'POST',
  path: '/api/issue-views',
  access: 'signed-in',
  rate: 'writing',
  body: z.strictObject({ name: issueViewName, filters: issueFilters }),
  response: savedIssueView,
  status: 201,
  problems: ['issue.too-many-views'],
});

export const deleteIssueView = route({
  name: 'deleteIssueView',
  summary: 'Keep these filters no longer.',
  method: 'DELETE',
  path: '/api/issue-views/:issueViewId',
  access: 'signed-in',
  rate: 'writing',
  params: inView,
  response: z.undefined(),
  status: 204,
});
