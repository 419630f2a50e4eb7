export * from './communities/index.ts';
export * from './library/index.ts';
export * from './practice-issues/index.ts';
export * from './sessions/index.ts';
export * from './threads/index.ts';
