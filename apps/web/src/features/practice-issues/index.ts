export { lastIssueFilters, useLiveIssues } from './use-issues.ts';
export { readIssue } from './use-issue.ts';
