export * from './demo.routes.ts';
export * from './import-format.ts';
export * from './import.events.ts';
export * from './import.problems.ts';
export * from './import.routes.ts';
export * from './import.schemas.ts';
