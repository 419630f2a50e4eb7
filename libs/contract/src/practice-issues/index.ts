export * from './practice-issue.schemas.ts';
