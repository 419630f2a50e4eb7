export { lastIssueFilters, useLiveIssues } from './use-issues.ts';
export { readIssue } from './use-issue.ts';
export { text as issueText } from './texts.ts';
