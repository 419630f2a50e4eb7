export * from './artifact-abilities.ts';
export * from './diff-lines.ts';
