import { backup } from './backup.ts';
import { bench } from './bench.ts';
import { check } from './check.ts';
import { checkOpenBadges, vcApi } from './credential-commands.ts';
import { exportFile, importFile } from './data-commands.ts';
import { dev } from './dev.ts';
import { restore } from './restore.ts';
import { runCommand } from './run-command.ts';
import { signInLink } from './sign-in-link.ts';
import { start } from './start.ts';
import { test } from './test.ts';

/** What the npm scripts call, with their arguments. */
export const commands: Readonly<Record<string, (args: readonly string[]) => Promise<never>>> = {
  start,
  dev,
  test,
  check: () => runCommand(async () => ((await check()).length > 0 ? 1 : 0), { codeWhenTold: 130 }),
  'check:openbadges': checkOpenBadges,
  'vc-api': vcApi,
  bench,
  'sign-in-link': signInLink,
  import: importFile,
  export: exportFile,
  backup,
  restore,
};
