import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/embedded-postgres.ts';
import { buildIfChanged } from './build.ts';
import { check } from './check.ts';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { giveUp, say } from './say.ts';

interface Suite {
  readonly name: string;
  readonly folder: string;
  readonly needsDatabase: boolean;
  readonly needsBuild: boolean;
}

const suites: readonly Suite[] = [
  { name: 'contract', folder: 'libs/contract', needsDatabase: false, needsBuild: false },
  { name: 'domain', folder: 'libs/domain', needsDatabase: false, needsBuild: false },
  { name: 'ui', folder: 'libs/ui', needsDatabase: false, needsBuild: false },
  { name: 'web', folder: 'apps/web', needsDatabase: false, needsBuild: false },
  { name: 'tools', folder: 'tools', needsDatabase: true, needsBuild: true },
  { name: 'api', folder: 'apps/api', needsDatabase: true, needsBuild: false },
  { name: 'e2e', folder: 'apps/e2e', needsDatabase: true, needsBuild: true },
];

interface Counts {
  passed: number;
  failed: number;
}

/** `npm test [-- SUITE …] [--long]`: checks, then every suite; named suites alone run without the checks. The last line counts. */
export const test = async (args: readonly string[]): Promise<void> => {
  try {
    const counts = await runAll(args);
    // Read by continuous integration: alone on the last line.
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
    process.exit(counts.failed > 0 ? 1 : 0);
  } catch (error) {
    giveUp(error);
  }
};

const runAll = async (args: readonly string[]): Promise<Counts> => {
  const named = suites.filter((suite) => args.includes(suite.name));
  const filters = args.filter((arg) => !arg.startsWith('--') && !named.some((suite) => suite.name === arg));
  const chosen = (named.length > 0 ? named : suites).filter((suite) => existsSync(inRoot(suite.folder, 'vitest.config.ts')));
  const broken = named.length > 0 ? [] : await check();
  if (broken.length > 0) say(`Not in order: ${broken.join(', ')}.`);
  if (chosen.some((suite) => suite.needsBuild)) await buildIfChanged();
  const counts: Counts = { passed: 0, failed: broken.length };
  const folder = mkdtempSync(join(tmpdir(), 'landbridge-test-'));
  const postgres = chosen.some((suite) => suite.needsDatabase) ? await startPostgres({ dataFolder: folder, mode: 'fast' }) : null;
  try {
    for (const suite of chosen)
      add(counts, await runSuite(suite, filters, { TEST_DATABASE_URL: postgres?.url, LONG: args.includes('--long') ? 'true' : '' }));
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return counts;
};

const add = (counts: Counts, more: Counts): void => {
  counts.passed += more.passed;
  counts.failed += more.failed;
};

const runSuite = async (suite: Suite, filters: readonly string[], environment: Record<string, string | undefined>): Promise<Counts> => {
  say(`\nTesting ${suite.name} …`);
  mkdirSync(inRoot('.tools'), { recursive: true });
  const report = inRoot('.tools', `report-${suite.name}.json`);
  rmSync(report, { force: true });
  const code = await run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests', ...filters],
    {
      ...{ cwd: inRoot(suite.folder), env: { ...process.env, ...environment } },
    },
  );
  const counts = existsSync(report) ? countsIn(report) : { passed: 0, failed: 1 };
  return { passed: counts.passed, failed: counts.failed || (code === 0 ? 0 : 1) };
};

const countsIn = (report: string): Counts => {
  const { numPassedTests, numFailedTests }: { numPassedTests: number; numFailedTests: number } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
};
