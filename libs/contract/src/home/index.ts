export * from './home.routes.ts';
export * from './home.schemas.ts';
