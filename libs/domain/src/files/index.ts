export * from './clean-file-name.ts';
