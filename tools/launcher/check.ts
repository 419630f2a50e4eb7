import { existsSync } from 'node:fs';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { say } from './say.ts';

const projects = ['libs/contract', 'libs/domain', 'libs/ui', 'apps/api', 'apps/web', 'apps/e2e', 'tools'];

/** Format, lint, import rules and types; all of them, so that one run tells everything. @returns what failed */
export const check = async (): Promise<string[]> => {
  const checks: [string, string, string[]][] = [
    ['format', 'oxfmt', ['--check']],
    ['lint', 'oxlint', ['--deny-warnings']],
    ['import rules', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'tools']],
  ];
  const failures: string[] = [];
  for (const [name, command, args] of checks) {
    say(`Checking ${name} …`);
    if ((await run(command, args)) !== 0) failures.push(name);
  }
  say('Checking types …');
  const withTypes = projects.filter((project) => existsSync(inRoot(project, 'tsconfig.json')));
  if (
    (await run('nx', ['run-many', '-t', 'typecheck', '--parallel=2', '--outputStyle=static'], {
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    })) !== 0
  )
    failures.push(`types of one of ${withTypes.join(', ')}`);
  return failures;
};
