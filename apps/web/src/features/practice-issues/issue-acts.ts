import type { IssueId, MessageId } from '@landbridge/contract';
import { editIssue, markHelped, takeIssueStep, tellOutcome, unmarkHelped, type IssueStep } from '@landbridge/contract/practice-issues';
import type { RequestOf } from '@landbridge/contract';
import { callRoute } from '../../platform/api.ts';
import { showIssue } from './issue-cache.ts';

type Step = Extract<IssueStep, 'try' | 'not-use' | 'reopen' | 'archive' | 'bring-back'>;

/** What a person does to an issue. The answer is shown at once; its event finds itself done. */
export const issueActs = {
  step: async (id: IssueId, step: Step) => showIssue(await callRoute(takeIssueStep, { params: { issueId: id }, body: { step } })),
  edit: async (id: IssueId, body: RequestOf<typeof editIssue>['body']) =>
    showIssue(await callRoute(editIssue, { params: { issueId: id }, body })),
  tell: async (id: IssueId, body: RequestOf<typeof tellOutcome>['body']) =>
    showIssue(await callRoute(tellOutcome, { params: { issueId: id }, body })),
  markHelped: async (id: IssueId, messageId: MessageId, helped: boolean) =>
    showIssue(await callRoute(helped ? markHelped : unmarkHelped, { params: { issueId: id, messageId } })),
};
