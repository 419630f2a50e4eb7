export { askForOutcomeJob } from './ask-for-outcome.ts';
export { issueJoins, issueRowJson } from './issue.json.ts';
export { IssueAccess } from './practice-issue.access.ts';
export * as issueHappenings from './practice-issues.happenings.ts';
export { PracticeIssuesModule } from './practice-issues.module.ts';
