export * from './artifact.events.ts';
export * from './artifact.problems.ts';
export * from './artifact.routes.ts';
export * from './artifact.schemas.ts';
