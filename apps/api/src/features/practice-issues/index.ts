export { IssueAccess } from './practice-issue.access.ts';
export { PracticeIssuesModule } from './practice-issues.module.ts';
