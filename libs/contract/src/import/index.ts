export * from './import-format.ts';
