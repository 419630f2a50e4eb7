import { bench } from './bench.ts';
import { check } from './check.ts';
import { dev } from './dev.ts';
import { signInLink } from './sign-in-link.ts';
import { start } from './start.ts';
import { test } from './test.ts';

/** What the npm scripts call. */
export const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  start,
  dev,
  test,
  check: () => check().then((failures) => process.exit(failures.length > 0 ? 1 : 0)),
  bench,
  'sign-in-link': signInLink,
};
