export { lastIssueFilters, useLiveIssues } from './use-issues.ts';
export { readIssue } from './issue-cache.ts';
export { text as issueText } from './texts.ts';
