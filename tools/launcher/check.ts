import { nx } from './nx.ts';
import { run } from './run.ts';
import { say } from './say.ts';

interface Check {
  readonly name: string;
  readonly run: () => Promise<number>;
}

const checks: readonly Check[] = [
  { name: 'format', run: () => run('oxfmt', ['--check']) },
  // At once over everything: circles between projects show only there.
  { name: 'lint', run: () => run('oxlint', ['--deny-warnings']) },
  { name: 'import rules', run: () => run('depcruise', ['--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'tools']) },
  { name: 'types', run: () => nx(['run-many', '--targets=typecheck']) },
];

/** Format, lint, import rules and types; all of them, so that one run tells everything. @returns what is not in order */
export const check = async (): Promise<readonly string[]> => {
  const failures: string[] = [];
  for (const { name, run } of checks) {
    say(`Checking ${name} …`);
    if ((await run()) !== 0) failures.push(name);
  }
  if (failures.length > 0)
    say(`\nNot in order: ${failures.join(', ')}.${failures.includes('format') ? ' npm run format mends the format.' : ''}`);
  return failures;
};
