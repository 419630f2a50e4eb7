export * from './message.routes.ts';
export * from './moderation.routes.ts';
export * from './moderation.schemas.ts';
export * from './thread.events.ts';
export * from './thread.problems.ts';
export * from './thread.routes.ts';
export * from './thread.schemas.ts';
