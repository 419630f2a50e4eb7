export * from './issue-acts.routes.ts';
export * from './practice-issue.events.ts';
export * from './practice-issue.problems.ts';
export * from './practice-issue.routes.ts';
export * from './practice-issue.schemas.ts';
