import type { IssueId } from '@landbridge/contract';
import type { IssueView } from '@landbridge/contract/practice-issues';
import { queryClient } from '../../platform/query-client.ts';

export const issueKey = (id: IssueId) => ['issue', id];

export const readIssue = (id: string): IssueView | undefined => queryClient.getQueryData(['issue', id]);

/** Shows an issue as an answer gave it, unless something younger was heard. */
export const showIssue = (issue: IssueView): void => {
  queryClient.setQueryData<IssueView>(issueKey(issue.id), (now) => (now && now.version > issue.version ? now : issue));
};
