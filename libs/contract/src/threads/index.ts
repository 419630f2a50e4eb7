export * from './thread.events.ts';
export * from './thread.problems.ts';
export * from './thread.routes.ts';
export * from './thread.schemas.ts';
