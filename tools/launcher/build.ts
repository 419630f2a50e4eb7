import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { inRoot, root } from './paths.ts';
import { run } from './run.ts';
import { say } from './say.ts';

const sources = ['apps/{api,web}/**', 'libs/**', 'package-lock.json', 'tsconfig.base.json'];
const notBuilt = /(^|\/)(node_modules|dist|testing|gallery)\/|\.spec\.tsx?$/;

/** Changes when a file that a build reads changes: path, size and time of each. */
export const sourcesStamp = (): string => {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' });
  for (const file of files.filter((path) => !notBuilt.test(path)).toSorted()) {
    const { size, mtimeMs } = statSync(inRoot(file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

/** Builds server and browser application when their sources changed since the last build. */
export const buildIfChanged = async (): Promise<void> => {
  const stampFile = inRoot('.tools/built');
  const outputs = ['apps/api/dist/main.js', 'apps/web/dist/index.html'].map((path) => inRoot(path));
  const stamp = sourcesStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && outputs.every((path) => existsSync(path))) return;
  say('Building (a few seconds) …');
  rmSync(stampFile, { force: true });
  for (const app of ['api', 'web']) {
    const code = await run('vite', ['build', '--logLevel', 'warn'], { cwd: inRoot('apps', app) });
    if (code !== 0) throw new Error(`apps/${app} could not be built; the lines above say why.`);
  }
  mkdirSync(inRoot('.tools'), { recursive: true });
  writeFileSync(stampFile, sourcesStamp());
};
