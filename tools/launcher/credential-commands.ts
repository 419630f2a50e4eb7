import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { runCommand } from './run-command.ts';

/** `npm run check:openbadges -- FOLDER`: freshly issued certificates against the official JSON schemas in FOLDER. */
export const checkOpenBadges = (args: readonly string[]): Promise<never> => runTool('check-openbadges.ts', args);

/** `npm run vc-api`: a small server over the library of credentials, for public conformance suites. */
export const vcApi = (args: readonly string[]): Promise<never> => runTool('vc-api.ts', args);

const runTool = (name: string, args: readonly string[]): Promise<never> =>
  runCommand(() => run(process.execPath, [inRoot('libs/credential/tools', name), ...args]));
