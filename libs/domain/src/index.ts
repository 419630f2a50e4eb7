export * from './communities/index.ts';
export * from './threads/index.ts';
