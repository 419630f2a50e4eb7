export * from './file.problems.ts';
export * from './file.routes.ts';
export * from './file.schemas.ts';
