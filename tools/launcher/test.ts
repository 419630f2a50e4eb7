import { existsSync, readFileSync, rmSync } from 'node:fs';
import { chromiumEnvironment, findChromium } from '../browser/chromium.ts';
import { startTemporaryPostgres } from '../postgres/temporary-postgres.ts';
import { buildIfChanged } from './build.ts';
import { check } from './check.ts';
import { nx } from './nx.ts';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { runCommand, type Command } from './run-command.ts';
import { say } from './say.ts';
import { choose, hasTests, type Choice, type Suite } from './suites.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** `npm test [-- SUITE … WORD …] [--long]`: checks, then every suite; narrowed, the checks are left out. The last line counts. */
export const test = (args: readonly string[]): Promise<never> =>
  runCommand(
    async (command) => {
      const choice = choose(args);
      // A check that is not in order counts as one failure.
      const broken = choice.isWhole ? await check() : [];
      const results = await runSuites(choice, command);
      say(`\n${[...results].map(([name, { passed, failed }]) => `${name}: ${passed} passed, ${failed} failed`).join('\n')}`);
      if (broken.length > 0) say(`checks: ${broken.join(', ')} not in order`);
      const failed = sum([...results.values()].map((counts) => counts.failed)) + broken.length;
      // Read by continuous integration: alone on the last line.
      await written(`${sum([...results.values()].map((counts) => counts.passed))} passed, ${failed} failed\n`);
      return failed > 0 ? 1 : 0;
    },
    { codeWhenTold: 130 },
  );

const runSuites = async (choice: Choice, command: Command): Promise<Map<string, Counts>> => {
  const chosen = choice.chosen.filter(hasTests);
  const environment = { ...process.env, LONG: choice.isLong ? 'true' : '' };
  const results = new Map<string, Counts>();
  if (choice.isWhole) for (const [name, counts] of await runPureSuites(chosen)) results.set(name, counts);
  const others = chosen.filter(({ name }) => !results.has(name));
  if (others.some((suite) => suite.needsBuild)) await buildIfChanged();
  Object.assign(environment, await browserFor(others), await databaseFor(others, command));
  for (const suite of others) results.set(suite.name, await runSuite(suite, choice.filters, environment));
  return results;
};

/** Suites that depend on their sources alone, through Nx: what did not change is told from memory. */
const runPureSuites = async (chosen: readonly Suite[]): Promise<Map<string, Counts>> => {
  const pure = chosen.filter(({ isPure }) => isPure);
  if (pure.length === 0) return new Map();
  say(`\nTesting ${pure.map(({ name }) => name).join(', ')} …`);
  for (const suite of pure) rmSync(reportOf(suite), { force: true });
  const code = await nx(['run-many', '--targets=test', `--projects=${pure.map(({ folder }) => folder).join(',')}`]);
  const results = new Map(pure.map((suite) => [suite.name, countsIn(reportOf(suite))]));
  const isFailureCounted = [...results.values()].some(({ failed }) => failed > 0);
  return code === 0 || isFailureCounted ? results : results.set('nx', { passed: 0, failed: 1 });
};

const runSuite = async (suite: Suite, filters: readonly string[], environment: NodeJS.ProcessEnv): Promise<Counts> => {
  say(`\nTesting ${suite.name} …`);
  const report = reportOf(suite);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('vitest', ['run', ...reporters, '--passWithNoTests', ...filters], { cwd: inRoot(suite.folder), env: environment });
  const counts = countsIn(report);
  // A file that cannot be loaded, or an error outside of a test, fails the run without failing a test.
  return counts.failed === 0 && code !== 0 ? { ...counts, failed: 1 } : counts;
};

const browserFor = async (chosen: readonly Suite[]): Promise<Record<string, string>> =>
  chosen.some((suite) => suite.needsBrowser) ? chromiumEnvironment(await findChromium()) : {};

const databaseFor = async (chosen: readonly Suite[], { atEnd }: Command): Promise<Record<string, string>> => {
  if (!chosen.some((suite) => suite.needsDatabase)) return {};
  const starting = startTemporaryPostgres({ mode: 'fast' });
  atEnd(async () => (await starting).stop());
  return { TEST_DATABASE_URL: (await starting).url };
};

const reportOf = ({ folder }: Suite): string => inRoot(folder, 'test-results', 'vitest.json');

const countsIn = (report: string): Counts => {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const counts: { numPassedTests: number; numFailedTests: number; success: boolean } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: counts.numPassedTests, failed: counts.numFailedTests || (counts.success ? 0 : 1) };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const written = (line: string): Promise<void> => new Promise((resolve) => process.stdout.write(line, () => resolve()));
