export * from './apply-issue-event.ts';
export * from './issue-abilities.ts';
export * from './next-issue-state.ts';
