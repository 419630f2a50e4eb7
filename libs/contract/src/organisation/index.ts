export * from './organisation.problems.ts';
export * from './organisation.routes.ts';
export * from './organisation.schemas.ts';
