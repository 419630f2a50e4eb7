import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot } from '../launcher/paths.ts';

/** Every file that is tracked, or would be with the next commit; relative to the root. */
export const sourceFiles = (): readonly string[] => {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', args, { cwd: inRoot(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return [...new Set(stdout.split('\0'))].filter((file) => file !== '' && existsSync(inRoot(file)));
};
