import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { waitForLock } from './lock.ts';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { giveUp, say } from './say.ts';

/** Installs what package-lock.json names, when it names something else than last time. Needs no dependency itself. */
export const install = async (npmScript: string): Promise<void> => {
  if (isInstalled()) return;
  mkdirSync(inRoot('.tools'), { recursive: true });
  const giveBack = await waitForLock(inRoot('.tools/installing'), 'Another run is installing the dependencies; waiting for it …');
  if (!isInstalled()) await installNow(npmScript);
  giveBack();
};

const stampFile = inRoot('node_modules/.installed');

const wantedStamp = (): string =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

const isInstalled = (): boolean => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();

const installNow = async (npmScript: string): Promise<void> => {
  say('Installing the dependencies (about half a minute) …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(process.execPath, [npmScript, ...args]);
  if (code !== 0)
    giveUp(
      'The dependencies could not be installed; the lines above say why. Often the npm registry is not reachable or this folder is not writable.',
    );
  writeFileSync(stampFile, wantedStamp());
};
