export * from './notice.events.ts';
export * from './notice.routes.ts';
export * from './notice.schemas.ts';
