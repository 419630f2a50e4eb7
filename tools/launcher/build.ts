import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from './lock.ts';
import { inRoot, root } from './paths.ts';
import { run } from './run.ts';
import { say } from './say.ts';

const sources = ['apps/{api,web}/**', 'libs/**', 'tools/demo/**', 'package-lock.json', 'tsconfig.base.json'];
const notBuilt = /(^|\/)(node_modules|dist|testing|gallery|test-results)\/|\.spec\.tsx?$/;

/** Changes when a file that a build reads changes: path, size and time of each. */
export const sourcesStamp = (folder: string): string => {
  const hash = createHash('sha256');
  const found = globSync(sources, { cwd: folder, exclude: (name) => name === 'node_modules' || name === 'dist' });
  for (const path of found.filter((file) => !notBuilt.test(file)).toSorted()) {
    const state = statSync(join(folder, path), { throwIfNoEntry: false });
    // A folder's time changes with what a build or a test leaves in it.
    if (state?.isFile()) hash.update(`${path} ${state.size} ${state.mtimeMs}\n`);
  }
  return hash.digest('hex');
};

/** Builds server and browser application when their sources changed since the last build. */
export const buildIfChanged = async (): Promise<void> => {
  if (isBuilt()) return;
  mkdirSync(inRoot('.tools'), { recursive: true });
  const giveBack = await waitForLock(inRoot('.tools/building'), 'Another run is building; waiting for it …');
  try {
    if (!isBuilt()) await build();
  } finally {
    giveBack();
  }
};

const stampFile = inRoot('.tools/built');
const apps = ['api', 'web'];
const outputs = ['apps/api/dist/main.js', 'apps/web/dist/index.html'];

const isBuilt = (): boolean =>
  outputs.every((path) => existsSync(inRoot(path))) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesStamp(root);

const build = async (): Promise<void> => {
  say('Building (a few seconds) …');
  rmSync(stampFile, { force: true });
  // Taken before: what changes while building is built the next time.
  const stamp = sourcesStamp(root);
  for (const app of apps) {
    const code = await run('vite', ['build', '--logLevel', 'warn'], { cwd: inRoot('apps', app) });
    if (code !== 0) throw new Error(`apps/${app} could not be built; the lines above say why.`);
  }
  writeFileSync(stampFile, stamp);
};
