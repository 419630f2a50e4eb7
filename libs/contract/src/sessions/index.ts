export * from './session.events.ts';
export * from './session.problems.ts';
export * from './session.routes.ts';
export * from './session.schemas.ts';
