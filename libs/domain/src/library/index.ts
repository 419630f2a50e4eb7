export * from './artifact-abilities.ts';
export * from './diff-files.ts';
export * from './diff-lines.ts';
