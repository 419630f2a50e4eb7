import { globSync } from 'node:fs';
import { inRoot } from './paths.ts';

export interface Suite {
  readonly name: string;
  readonly folder: string;
  /** Depends on its sources alone, so that Nx may remember its result. */
  readonly isPure?: boolean;
  readonly needsDatabase?: boolean;
  readonly needsBuild?: boolean;
  readonly needsBrowser?: boolean;
}

/** Every suite, the fastest first. */
export const suites: readonly Suite[] = [
  { name: 'contract', folder: 'libs/contract', isPure: true },
  { name: 'domain', folder: 'libs/domain', isPure: true },
  { name: 'credential', folder: 'libs/credential', isPure: true },
  { name: 'ui', folder: 'libs/ui', isPure: true },
  { name: 'web', folder: 'apps/web', isPure: true },
  { name: 'tools', folder: 'tools', needsDatabase: true, needsBuild: true },
  { name: 'api', folder: 'apps/api', needsDatabase: true },
  { name: 'e2e', folder: 'apps/e2e', needsDatabase: true, needsBuild: true, needsBrowser: true },
];

export interface Choice {
  readonly chosen: readonly Suite[];
  /** Words that the names of test files must hold. */
  readonly filters: readonly string[];
  readonly isLong: boolean;
  /** Not narrowed: the checks run too, and Nx may answer from memory. */
  readonly isWhole: boolean;
}

/** `api threads --long`: names of suites, then words of file names. */
export const choose = (args: readonly string[]): Choice => {
  const words = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => arg.startsWith('--') && arg !== '--long');
  if (unknown.length > 0)
    throw new Error(`npm test does not know ${unknown.join(', ')}. It takes names of suites, words of file names and --long.`);
  const named = suites.filter(({ name }) => words.includes(name));
  return {
    chosen: named.length > 0 ? named : suites,
    filters: words.filter((word) => !named.some(({ name }) => name === word)),
    isLong: args.includes('--long'),
    isWhole: words.length === 0,
  };
};

/** A suite without a single test file is not run. */
export const hasTests = ({ folder }: Suite): boolean =>
  globSync('**/*.spec.{ts,tsx}', { cwd: inRoot(folder), exclude: (name) => name === 'node_modules' || name === 'dist' }).length > 0;
