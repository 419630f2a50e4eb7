export * from './identity.events.ts';
export * from './identity.problems.ts';
export * from './identity.routes.ts';
export * from './identity.schemas.ts';
export * from './sign-in.routes.ts';
