import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that other users reach too, as the database's own user must. Whoever made it removes it. */
export const makeTemporaryFolder = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'landbridge-tools-')));
  chmodSync(folder, 0o755);
  return folder;
};

/** A folder that goes with the test. */
export const temporaryFolder = (): string => {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
