export * from './demo.routes.ts';
export * from './import-format.ts';
export * from './import.problems.ts';
