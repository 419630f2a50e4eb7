export * from './community.events.ts';
export * from './community.problems.ts';
export * from './community.routes.ts';
export * from './community.schemas.ts';
export * from './imperative.routes.ts';
export * from './imperative.schemas.ts';
export * from './membership.routes.ts';
