export * from './import-abilities.ts';
