export * from './administration.routes.ts';
export * from './administration.schemas.ts';
